// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/mrz/glyphs.hpp"

#include <vector>

struct Sample {
    guichet::scan::Window window;
    int label;
};

/// The network of scan/mrz/glyphs.hpp while it learns: Adam (Kingma and Ba, 2015) over small
/// batches, one thread, so that the same samples give the same weights.
class Learner {
public:
    Learner();

    /// How many of the batch were read right before learning from it.
    int learn(const Sample* batch, int count, float rate);

    const std::vector<float>& weights() const { return m_weights; }

private:
    struct Activity;

    bool forward(const Sample& sample, Activity& activity) const;
    void backward(const Sample& sample, const Activity& activity);
    void step(int count, float rate);

    std::vector<float> m_weights;
    std::vector<float> m_gradients;
    std::vector<float> m_turned;           ///< weights of convolutions, inputs side by side
    std::vector<float> m_turned_gradients; ///< the same of gradients
    std::vector<float> m_means;
    std::vector<float> m_squares;
    int m_steps{};
};
