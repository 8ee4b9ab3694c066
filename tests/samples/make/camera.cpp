// SPDX-License-Identifier: GPL-3.0-or-later
#include "camera.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace samples {

namespace {

using guichet::Image;

struct Colour {
    double red{};
    double green{};
    double blue{};
};

struct Place {
    double x{};
    double y{};
};

/// Eight equations, the right side of each last.
using Equations = std::array<std::array<double, 9>, 8>;

/// Brings the row with the largest number of that column to its place.
void pivot(Equations& rows, std::size_t column) {
    std::size_t largest = column;
    for (std::size_t r = column + 1; r < rows.size(); ++r)
        if (std::abs(rows[r][column]) > std::abs(rows[largest][column]))
            largest = r;
    std::swap(rows[column], rows[largest]);
}

/// By Gauss and Jordan.
std::array<double, 8> solved(Equations rows) {
    for (std::size_t c = 0; c < rows.size(); ++c) {
        pivot(rows, c);
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const double factor = r == c ? 0 : rows[r][c] / rows[c][c];
            for (std::size_t k = c; k < 9; ++k)
                rows[r][k] -= factor * rows[c][k];
        }
    }
    std::array<double, 8> numbers{};
    for (std::size_t i = 0; i < rows.size(); ++i)
        numbers[i] = rows[i][8] / rows[i][i];
    return numbers;
}

/// The projection that takes four places of the picture to the corners of a `width` x `height`
/// paper.
std::array<double, 8> projection(const std::array<Place, 4>& seen, double width, double height) {
    const std::array<Place, 4> flat{{{0, 0}, {width, 0}, {width, height}, {0, height}}};
    Equations rows{};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto [x, y] = seen[i];
        const auto [u, v] = flat[i];
        rows[2 * i] = {x, y, 1, 0, 0, 0, -u * x, -u * y, u};
        rows[2 * i + 1] = {0, 0, 0, x, y, 1, -v * x, -v * y, v};
    }
    return solved(rows);
}

Colour at(const Image& image, double x, double y) {
    const double cx = std::clamp(x, 0.0, image.width - 1.001);
    const double cy = std::clamp(y, 0.0, image.height - 1.001);
    const int ix = static_cast<int>(cx);
    const int iy = static_cast<int>(cy);
    const auto value = [&](int px, int py, std::size_t channel) {
        const auto index = static_cast<std::size_t>(py * image.width + px) * 4 + channel;
        return static_cast<double>(image.rgba[index]);
    };
    const auto mixed = [&](std::size_t channel) {
        const double fx = cx - ix;
        const double fy = cy - iy;
        const double top = value(ix, iy, channel) * (1 - fx) + value(ix + 1, iy, channel) * fx;
        const double low =
            value(ix, iy + 1, channel) * (1 - fx) + value(ix + 1, iy + 1, channel) * fx;
        return top * (1 - fy) + low * fy;
    };
    return {mixed(0), mixed(1), mixed(2)};
}

Colour wood(double x, double y) {
    const double grain = std::sin(y / 9 + 3 * std::sin(x / 310)) + 0.5 * std::sin(y / 2.3 + x / 97);
    return {112 + 9 * grain, 78 + 7 * grain, 48 + 5 * grain};
}

/// The picture's red, green and blue as numbers, side by side.
struct Plane {
    std::vector<float> values;
    std::size_t row{}; ///< how many values a row has
    int height{};
};

/// One pass of a box blur along a row of pixels; two of them are near a Gaussian.
void soften_row(const float* in, float* out, std::size_t count, const std::vector<float>& kernel) {
    const auto reach = kernel.size() / 2;
    std::copy(in, in + count, out);
    for (std::size_t i = 3 * reach; i + 3 * reach < count; ++i) {
        float sum = 0;
        for (std::size_t k = 0; k < kernel.size(); ++k)
            sum += kernel[k] * in[i + 3 * k - 3 * reach];
        out[i] = sum;
    }
}

void soften(Plane& plane, const std::vector<float>& kernel) {
    const int reach = static_cast<int>(kernel.size() / 2);
    Plane across = plane;
    for (int y = 0; y < plane.height; ++y) {
        const auto at = static_cast<std::size_t>(y) * plane.row;
        soften_row(&plane.values[at], &across.values[at], plane.row, kernel);
    }
    std::ranges::fill(plane.values, 0.0F);
    for (int y = 0; y < plane.height; ++y)
        for (std::size_t k = 0; k < kernel.size(); ++k) {
            const int row = y + static_cast<int>(k) - reach;
            const auto from = static_cast<std::size_t>(std::clamp(row, 0, plane.height - 1));
            const float* in = &across.values[from * plane.row];
            float* out = &plane.values[static_cast<std::size_t>(y) * plane.row];
            const float weight = kernel[k];
            for (std::size_t i = 0; i < plane.row; ++i)
                out[i] += weight * in[i];
        }
}

/// The weights of a box of that radius, which need not be whole.
std::vector<float> box_of(double radius) {
    const int reach = static_cast<int>(std::ceil(radius));
    std::vector<float> kernel(static_cast<std::size_t>(2 * reach + 1));
    for (std::size_t k = 0; k < kernel.size(); ++k) {
        const int away = std::abs(static_cast<int>(k) - reach);
        kernel[k] = static_cast<float>(std::clamp(radius - away + 1, 0.0, 1.0) / (2 * radius + 1));
    }
    return kernel;
}

void blur_and_noise(Image& image, double blur, double noise, std::mt19937& random) {
    // Drawn once and used again from different places: a true draw per pixel takes minutes.
    std::normal_distribution<float> normal(0, static_cast<float>(noise));
    std::vector<float> grain(65'521);
    for (auto& value : grain)
        value = normal(random);
    Plane plane{
        .values = {}, .row = static_cast<std::size_t>(image.width) * 3, .height = image.height};
    plane.values.reserve(image.rgba.size() / 4 * 3);
    for (std::size_t i = 0; i < image.rgba.size(); i += 4)
        for (std::size_t channel = 0; channel < 3; ++channel)
            plane.values.push_back(image.rgba[i + channel]);
    const auto kernel = box_of(blur);
    for (int pass = 0; pass < (blur < 0.5 ? 1 : 2); ++pass)
        soften(plane, kernel);
    std::size_t at = 0;
    for (std::size_t i = 0; i < plane.values.size(); ++i, at = at + 1 < grain.size() ? at + 1 : 0)
        image.rgba[i / 3 * 4 + i % 3] =
            static_cast<std::uint8_t>(std::clamp(plane.values[i] + grain[at], 0.0F, 255.0F));
}

std::array<Place, 4> corners_in(const Photo& photo, const Image& paper, std::mt19937& random) {
    const double scale = photo.size * std::min(
                                          static_cast<double>(photo.width) / paper.width,
                                          static_cast<double>(photo.height) / paper.height
                                      );
    const double angle = photo.turn * 3.14159265358979 / 180;
    std::uniform_real_distribution<double> wobble(-1, 1);
    std::array<Place, 4> corners{};
    for (std::size_t i = 0; i < 4; ++i) {
        const double sx = (i == 1 || i == 2 ? 0.5 : -0.5) * paper.width * scale;
        const double sy = (i >= 2 ? 0.5 : -0.5) * paper.height * scale;
        const double away = photo.perspective * scale * paper.width * 0.5;
        corners[i] = {
            photo.width / 2.0 + sx * std::cos(angle) - sy * std::sin(angle) + away * wobble(random),
            photo.height / 2.0 + sx * std::sin(angle) + sy * std::cos(angle) +
                away * wobble(random)};
    }
    return corners;
}

} // namespace

Image photograph(const Image& paper, const Photo& photo, std::mt19937& random) {
    const auto p = projection(corners_in(photo, paper, random), paper.width, paper.height);
    Image image{.width = photo.width, .height = photo.height, .rgba = {}};
    image.rgba.reserve(static_cast<std::size_t>(photo.width * photo.height) * 4);
    for (int y = 0; y < photo.height; ++y)
        for (int x = 0; x < photo.width; ++x) {
            const double w = p[6] * x + p[7] * y + 1;
            const double u = (p[0] * x + p[1] * y + p[2]) / w;
            const double v = (p[3] * x + p[4] * y + p[5]) / w;
            const bool inside = u >= 0 && v >= 0 && u < paper.width && v < paper.height;
            const auto colour = inside ? at(paper, u, v) : wood(x, y);
            const double light =
                1 - photo.shadow * (0.7 * x / photo.width + 0.3 * y / photo.height);
            for (const double channel : {colour.red, colour.green, colour.blue})
                image.rgba.push_back(
                    static_cast<std::uint8_t>(std::clamp(channel * light, 0.0, 255.0))
                );
            image.rgba.push_back(255);
        }
    blur_and_noise(image, photo.blur, photo.noise, random);
    return image;
}

Image scan_flat(const Image& paper, double degrees, std::mt19937& random) {
    constexpr int width = 2480;
    constexpr int height = 3508;
    const double angle = degrees * 3.14159265358979 / 180;
    Image image{.width = width, .height = height, .rgba = {}};
    image.rgba.reserve(static_cast<std::size_t>(width) * height * 4);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const double dx = x - width / 2.0;
            const double dy = y - height / 2.0;
            const double u = paper.width / 2.0 + dx * std::cos(angle) + dy * std::sin(angle);
            const double v = paper.height / 2.0 - dx * std::sin(angle) + dy * std::cos(angle);
            const bool inside = u >= 0 && v >= 0 && u < paper.width && v < paper.height;
            const auto colour = inside ? at(paper, u, v) : Colour{249, 249, 248};
            for (const double channel : {colour.red, colour.green, colour.blue})
                image.rgba.push_back(static_cast<std::uint8_t>(channel));
            image.rgba.push_back(255);
        }
    blur_and_noise(image, 0.4, 3, random);
    return image;
}

} // namespace samples
