cmake_minimum_required(VERSION 3.25)
# Fails when clang-format would change a file.
file(GLOB_RECURSE files ${SOURCE}/kiosk/*.cpp ${SOURCE}/kiosk/*.hpp ${SOURCE}/tests/*.cpp ${SOURCE}/tests/*.hpp)
execute_process(COMMAND ${FORMAT} --dry-run --Werror ${files} RESULT_VARIABLE unformatted)
if(unformatted)
    message(FATAL_ERROR "run: clang-format -i on the files above")
endif()
