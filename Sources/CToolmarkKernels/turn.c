#include "CToolmarkKernels.h"

#include <math.h>

#pragma STDC FP_CONTRACT OFF

static inline int16_t rounded(float value, float limit) {
    if (value > limit) value = limit;
    if (value < -limit) value = -limit;
    return (int16_t)lrintf(value);
}

void toolmark_turn(const float *heights, const float *weights, int32_t columns, int32_t rows, double centreX,
                   double centreY, double cosine, double sine, double pitchX, double pitchY, int32_t samples, float scale,
                   float limit, int32_t side, int16_t *plane) {
    // Half of the weight that a point of the plane can collect.
    const float enough = 0.5f * (float)(samples * samples);
    for (int32_t j = 0; j < side; j++) {
        for (int32_t i = 0; i < side; i++) {
            float sum = 0.0f, weight = 0.0f;
            for (int32_t l = 0; l < samples; l++) {
                for (int32_t k = 0; k < samples; k++) {
                    double u = (double)i + ((double)k + 0.5) / (double)samples - 0.5 * (double)side;
                    double v = (double)j + ((double)l + 0.5) / (double)samples - 0.5 * (double)side;
                    double x = (cosine * u + sine * v) * pitchX + centreX;
                    double y = (cosine * v - sine * u) * pitchY + centreY;
                    if (!(x > -1.0) || !(y > -1.0) || !(x < (double)columns) || !(y < (double)rows)) continue;
                    int32_t left = (int32_t)(x + 1.0) - 1, top = (int32_t)(y + 1.0) - 1;
                    float right = (float)(x - (double)left), down = (float)(y - (double)top);
                    for (int32_t t = 0; t < 2; t++) {
                        int32_t row = top + t;
                        if (row < 0 || row >= rows) continue;
                        float wy = t ? down : 1.0f - down;
                        for (int32_t s = 0; s < 2; s++) {
                            int32_t column = left + s;
                            if (column < 0 || column >= columns) continue;
                            float w = (s ? right : 1.0f - right) * wy;
                            sum += w * heights[row * columns + column];
                            weight += w * weights[row * columns + column];
                        }
                    }
                }
            }
            plane[j * side + i] =
                weight >= enough ? rounded(sum / weight * scale, limit) : (int16_t)TOOLMARK_MISSING;
        }
    }
}

void toolmark_reduce(const int16_t *plane, int32_t side, int32_t factor, int32_t reducedSide, int16_t *reduced) {
    for (int32_t j = 0; j < reducedSide; j++) {
        for (int32_t i = 0; i < reducedSide; i++) {
            int32_t sum = 0, points = 0;
            for (int32_t l = 0; l < factor; l++) {
                for (int32_t k = 0; k < factor; k++) {
                    int32_t row = j * factor + l, column = i * factor + k;
                    if (row >= side || column >= side) continue;
                    int16_t value = plane[row * side + column];
                    if (value == TOOLMARK_MISSING) continue;
                    sum += value;
                    points++;
                }
            }
            reduced[j * reducedSide + i] = 2 * points >= factor * factor && points > 0
                                               ? (int16_t)lrintf((float)sum / (float)points)
                                               : (int16_t)TOOLMARK_MISSING;
        }
    }
}
