// SPDX-License-Identifier: GPL-3.0-or-later
#include "learner.hpp"

#include "chance.hpp"

#include <algorithm>
#include <array>
#include <cmath>

using namespace guichet::scan;          // NOLINT(google-build-using-namespace)
using namespace guichet::scan::network; // NOLINT(google-build-using-namespace)

namespace {

constexpr int first_taps = 9 + 1; // and the bias
constexpr int second_taps = 9 * first_maps + 1;

/// Weights and gradients of a layer with all that belongs to one output side by side.
struct Turned {
    const float* weights;
    float* gradients;
};

/// From outputs side by side to inputs side by side.
void turn(const float* source, float* target, int inputs, int count) {
    for (int i = 0; i < inputs; ++i)
        for (int o = 0; o < count; ++o)
            target[o * inputs + i] = source[i * count + o];
}

/// A layer of convolutions: values after taking the largest of each four, and where each was.
template <int in, int out, int width, int height>
struct Convolution {
    std::array<float, static_cast<std::size_t>(width* height* out)> values;
    std::array<short, static_cast<std::size_t>(width* height* out)>
        places; ///< offset in the source
    static constexpr int row = (2 * width + 2) * in;

    void forward(const float* source, const float* weights, const float* biases) {
        values.fill(0);
        places.fill(-1);
        for (int y = 0; y < 2 * height; ++y)
            for (int x = 0; x < 2 * width; ++x) {
                const int at = y * row + x * in;
                const auto sums = sums_at(source + at, weights, biases);
                const int to = ((y / 2) * width + x / 2) * out;
                for (int o = 0; o < out; ++o)
                    if (sums[o] > values[to + o]) {
                        values[to + o] = sums[o];
                        places[to + o] = static_cast<short>(at);
                    }
            }
    }

    /// Of each output, at one place of the source.
    static std::array<float, out>
    sums_at(const float* source, const float* weights, const float* biases) {
        std::array<float, out> sums;
        std::copy_n(biases, out, sums.begin());
        for (int dy = 0; dy < 3; ++dy)
            for (int i = 0; i < 3 * in; ++i, weights += out) {
                const float value = source[dy * row + i];
                for (int o = 0; o < out; ++o)
                    sums[o] += value * weights[o];
            }
        return sums;
    }

    /// Adds to the gradients (for each output one after the other: its weights, then its bias), and
    /// to those of the source when `back` is given. `turned` are the weights in the same order.
    void backward(const float* source, const float* pull, const Turned& layer, float* back) const {
        constexpr int run = 3 * in;
        for (int to = 0; to < width * height * out; ++to) {
            const int at = places[to];
            const float g = pull[to];
            if (at < 0 || g == 0)
                continue;
            const int base = to % out * (9 * in + 1);
            for (int dy = 0; dy < 3; ++dy) {
                const int place = at + dy * row;
                const int first = base + dy * run;
                const float* from = source + place;
                float* gradients = layer.gradients + first;
                for (int i = 0; i < run; ++i)
                    gradients[i] += g * from[i];
                if (back == nullptr)
                    continue;
                const float* weights = layer.weights + first;
                for (int i = 0; i < run; ++i)
                    back[place + i] += g * weights[i];
            }
            layer.gradients[base + 9 * in] += g;
        }
    }
};

void spread(float* weights, int count, int inputs) {
    std::normal_distribution<float> bell(0, std::sqrt(2.0F / static_cast<float>(inputs)));
    std::generate_n(weights, count, [&] { return bell(chance_source()); });
}

} // namespace

struct Learner::Activity {
    Convolution<1, first_maps, first_width, first_height> first;
    Convolution<first_maps, second_maps, second_width, second_height> second;
    std::array<float, hidden> inner;
    std::array<float, outputs> out;
};

Learner::Learner()
    : m_weights(parameters), m_gradients(parameters), m_turned(parameters),
      m_turned_gradients(parameters), m_means(parameters), m_squares(parameters) {
    spread(&m_weights[first_weights], 9 * first_maps, 9);
    spread(&m_weights[second_weights], 9 * first_maps * second_maps, 9 * first_maps);
    spread(&m_weights[hidden_weights], features * hidden, features);
    spread(&m_weights[output_weights], hidden * outputs, hidden);
}

bool Learner::forward(const Sample& sample, Activity& activity) const {
    const float* w = m_weights.data();
    activity.first.forward(sample.window.data(), w + first_weights, w + first_biases);
    activity.second.forward(activity.first.values.data(), w + second_weights, w + second_biases);
    std::copy_n(w + hidden_biases, hidden, activity.inner.begin());
    const float* row = w + hidden_weights;
    for (int i = 0; i < features; ++i, row += hidden)
        for (int h = 0; h < hidden; ++h)
            activity.inner[h] += activity.second.values[i] * row[h];
    for (float& value : activity.inner)
        value = std::max(value, 0.0F);
    std::copy_n(w + output_biases, outputs, activity.out.begin());
    row = w + output_weights;
    for (int h = 0; h < hidden; ++h, row += outputs)
        for (int o = 0; o < outputs; ++o)
            activity.out[o] += activity.inner[h] * row[o];
    const float largest = *std::ranges::max_element(activity.out);
    const bool right = activity.out[sample.label] >= largest;
    float total = 0;
    for (float& value : activity.out)
        total += value = std::exp(value - largest);
    for (float& value : activity.out)
        value /= total;
    return right;
}

void Learner::backward(const Sample& sample, const Activity& activity) {
    const float* w = m_weights.data();
    float* g = m_gradients.data();
    auto pull = activity.out;
    pull[sample.label] -= 1;
    std::array<float, hidden> inner{};
    for (int h = 0; h < hidden; ++h) {
        float sum = 0;
        for (int o = 0; o < outputs; ++o) {
            sum += pull[o] * w[output_weights + h * outputs + o];
            g[output_weights + h * outputs + o] += pull[o] * activity.inner[h];
        }
        inner[h] = activity.inner[h] > 0 ? sum : 0;
        g[hidden_biases + h] += inner[h];
    }
    for (int o = 0; o < outputs; ++o)
        g[output_biases + o] += pull[o];
    std::array<float, features> second{};
    for (int i = 0; i < features; ++i) {
        const float value = activity.second.values[i];
        if (value <= 0)
            continue;
        float sum = 0;
        for (int h = 0; h < hidden; ++h) {
            sum += inner[h] * w[hidden_weights + i * hidden + h];
            g[hidden_weights + i * hidden + h] += inner[h] * value;
        }
        second[i] = sum;
    }
    std::array<float, static_cast<std::size_t>(first_width * first_height * first_maps)> first{};
    activity.second.backward(
        activity.first.values.data(),
        second.data(),
        {&m_turned[second_weights], &m_turned_gradients[second_weights]},
        first.data()
    );
    activity.first.backward(
        sample.window.data(), first.data(), {nullptr, &m_turned_gradients[first_weights]}, nullptr
    );
}

void Learner::step(int count, float rate) {
    constexpr float keep_mean = 0.9F;
    constexpr float keep_square = 0.999F;
    ++m_steps;
    turn(&m_turned_gradients[first_weights], &m_gradients[first_weights], first_maps, first_taps);
    turn(
        &m_turned_gradients[second_weights], &m_gradients[second_weights], second_maps, second_taps
    );
    const auto n = static_cast<float>(m_steps);
    const float fresh =
        rate * std::sqrt(1 - std::pow(keep_square, n)) / (1 - std::pow(keep_mean, n));
    for (int i = 0; i < parameters; ++i) {
        const float g = m_gradients[i] / static_cast<float>(count);
        m_means[i] = keep_mean * m_means[i] + (1 - keep_mean) * g;
        m_squares[i] = keep_square * m_squares[i] + (1 - keep_square) * g * g;
        m_weights[i] -= fresh * m_means[i] / (std::sqrt(m_squares[i]) + 1e-8F);
    }
    std::ranges::fill(m_gradients, 0.0F);
    std::ranges::fill(m_turned_gradients, 0.0F);
}

int Learner::learn(const Sample* batch, int count, float rate) {
    static Activity activity;
    turn(&m_weights[second_weights], &m_turned[second_weights], second_taps, second_maps);
    int right = 0;
    for (int i = 0; i < count; ++i) {
        right += forward(batch[i], activity) ? 1 : 0;
        backward(batch[i], activity);
    }
    step(count, rate);
    return right;
}
