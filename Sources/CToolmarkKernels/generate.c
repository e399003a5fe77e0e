#include "CToolmarkKernels.h"

#pragma STDC FP_CONTRACT OFF

static inline void spline_weights(float t, float w[4]) {
    const float u = 1.0f - t;
    w[0] = u * u * u * (1.0f / 6.0f);
    w[1] = (4.0f + t * t * (3.0f * t - 6.0f)) * (1.0f / 6.0f);
    w[2] = (4.0f + u * u * (3.0f * u - 6.0f)) * (1.0f / 6.0f);
    w[3] = t * t * t * (1.0f / 6.0f);
}

void toolmark_add_spline(float *values, int32_t count, const float *xs, const float *ys, float originX, float originY,
                         float perX, float perY, const float *nodes, int32_t columns, int32_t rows, float amplitude) {
    for (int32_t i = 0; i < count; i++) {
        const float x = (xs[i] - originX) * perX, y = (ys[i] - originY) * perY;
        // Also false for what is not a number.
        if (!(x >= 1.0f) || !(y >= 1.0f) || !(x < (float)(columns - 2)) || !(y < (float)(rows - 2))) continue;
        const int32_t column = (int32_t)x, row = (int32_t)y;
        float across[4], down[4];
        spline_weights(x - (float)column, across);
        spline_weights(y - (float)row, down);
        const float *node = nodes + (row - 1) * columns + column - 1;
        float sum = 0.0f;
        for (int32_t j = 0; j < 4; j++, node += columns) {
            sum += down[j] * ((across[0] * node[0] + across[1] * node[1]) + (across[2] * node[2] + across[3] * node[3]));
        }
        values[i] += amplitude * sum;
    }
}
