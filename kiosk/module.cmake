# guichet_module(name [DEPENDS module...] [LIBS target...] [HEADERS prefix...])
# One static library per folder. DEPENDS is the whole truth: it links, and the `layers` test
# checks every #include against it. LIBS are private, and HEADERS names the third-party include
# prefixes the folder may use: a third-party header stays in its module.
function(guichet_module name)
    cmake_parse_arguments(ARG "" "" "DEPENDS;LIBS;HEADERS" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${name}/*.cpp ${name}/*.hpp)
    list(FILTER sources EXCLUDE REGEX "/main\\.cpp$") # the executable's own
    add_library(guichet_${name} STATIC ${sources})
    add_library(guichet::${name} ALIAS guichet_${name})
    target_include_directories(guichet_${name} PUBLIC ${PROJECT_SOURCE_DIR}/kiosk)
    target_compile_options(guichet_${name} PRIVATE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual)
    if(CMAKE_UNITY_BUILD) # in a batch, another file's private names are seen
        target_compile_options(guichet_${name} PRIVATE -Wno-shadow -Wno-subobject-linkage)
    endif()
    set_target_properties(guichet_${name} PROPERTIES LINKER_LANGUAGE CXX)
    list(TRANSFORM ARG_DEPENDS PREPEND guichet:: OUTPUT_VARIABLE links)
    target_link_libraries(guichet_${name} PUBLIC ${links} PRIVATE ${ARG_LIBS})
    foreach(dep IN LISTS ARG_DEPENDS)
        if(NOT TARGET guichet_${dep})
            message(FATAL_ERROR "${name} depends on ${dep}, which is not above it in the ladder")
        endif()
    endforeach()
    string(REPLACE ";" "," deps "${ARG_DEPENDS}")
    string(REPLACE ";" "," headers "${ARG_HEADERS}")
    set_property(GLOBAL APPEND PROPERTY GUICHET_LAYERS "${name}=${deps}=${headers}")
endfunction()
