#include "CToolmarkKernels.h"

#include <math.h>
#include <string.h>

#pragma STDC FP_CONTRACT OFF

static inline int16_t rounded(float value, float limit) {
    if (value > limit) value = limit;
    if (value < -limit) value = -limit;
    return (int16_t)lrintf(value);
}

/// The four points around a place of which at least one may lie outside the source.
static void gather_at_edge(const float *points, int32_t columns, int32_t rows, int32_t left, int32_t top, float four[8]) {
    memset(four, 0, 8 * sizeof(float));
    for (int32_t t = 0; t < 4; t++) {
        int32_t column = left + (t & 1), row = top + (t >> 1);
        if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
        memcpy(four + 2 * t, points + 2 * (row * columns + column), 2 * sizeof(float));
    }
}

void toolmark_turn(const float *points, const uint8_t *occupied, int32_t columns, int32_t rows, double centreX,
                   double centreY, double cosine, double sine, double pitchX, double pitchY, int32_t samples, float scale,
                   float limit, int32_t side, int16_t *plane) {
    // Half of the weight that a point of the plane can collect.
    const float enough = 0.5f * (float)(samples * samples);
    const int32_t squares = (columns + 7) / 8;
    for (int32_t j = 0; j < side; j++) {
        for (int32_t i = 0; i < side; i++) {
            int16_t *target = plane + j * side + i;
            *target = TOOLMARK_MISSING;
            const double u0 = (double)i - 0.5 * (double)side, v0 = (double)j - 0.5 * (double)side;
            const double mx = (cosine * (u0 + 0.5) + sine * (v0 + 0.5)) * pitchX + centreX;
            const double my = (cosine * (v0 + 0.5) - sine * (u0 + 0.5)) * pitchY + centreY;
            if (mx < 0 || my < 0 || mx >= (double)columns || my >= (double)rows) continue;
            if (!occupied[((int32_t)my / 8) * squares + (int32_t)mx / 8]) continue;
            float sum = 0.0f, weight = 0.0f;
            for (int32_t l = 0; l < samples; l++) {
                const double v = v0 + ((double)l + 0.5) / (double)samples;
                for (int32_t k = 0; k < samples; k++) {
                    const double u = u0 + ((double)k + 0.5) / (double)samples;
                    const double x = (cosine * u + sine * v) * pitchX + centreX;
                    const double y = (cosine * v - sine * u) * pitchY + centreY;
                    if (!(x > -1.0) || !(y > -1.0) || !(x < (double)columns) || !(y < (double)rows)) continue;
                    const int32_t left = (int32_t)(x + 1.0) - 1, top = (int32_t)(y + 1.0) - 1;
                    const float right = (float)(x - (double)left), down = (float)(y - (double)top);
                    float edge[8];
                    const float *upper = points + 2 * (top * columns + left), *lower = upper + 2 * columns;
                    if (left < 0 || top < 0 || left + 1 >= columns || top + 1 >= rows) {
                        gather_at_edge(points, columns, rows, left, top, edge);
                        upper = edge;
                        lower = edge + 4;
                    }
                    const float w0 = (1.0f - right) * (1.0f - down), w1 = right * (1.0f - down);
                    const float w2 = (1.0f - right) * down, w3 = right * down;
                    sum += w0 * upper[0] + w1 * upper[2] + w2 * lower[0] + w3 * lower[2];
                    weight += w0 * upper[1] + w1 * upper[3] + w2 * lower[1] + w3 * lower[3];
                }
            }
            if (weight >= enough) *target = rounded(sum / weight * scale, limit);
        }
    }
}

void toolmark_reduce(const int16_t *plane, int32_t side, int32_t factor, int32_t reducedSide, int16_t *reduced) {
    for (int32_t j = 0; j < reducedSide; j++) {
        for (int32_t i = 0; i < reducedSide; i++) {
            int32_t sum = 0, points = 0;
            for (int32_t l = 0; l < factor; l++) {
                const int16_t *row = plane + (j * factor + l) * side + i * factor;
                for (int32_t k = 0; k < factor; k++) {
                    if (row[k] == TOOLMARK_MISSING) continue;
                    sum += row[k];
                    points++;
                }
            }
            reduced[j * reducedSide + i] = 2 * points >= factor * factor && points > 0
                                               ? (int16_t)lrintf((float)sum / (float)points)
                                               : (int16_t)TOOLMARK_MISSING;
        }
    }
}

void toolmark_window(const int16_t *plane, int32_t side, int32_t left, int32_t top, int32_t columns, int32_t rows,
                     int16_t *heights, int16_t *gaps) {
    // Columns of the window that lie on the plane.
    int32_t from = left < 0 ? -left : 0, to = side - left < columns ? side - left : columns;
    if (to < from) from = to = columns;
    for (int32_t j = 0; j < rows; j++) {
        int16_t *height = heights + j * columns, *gap = gaps + j * columns;
        const int32_t row = top + j;
        if (row < 0 || row >= side) {
            memset(height, 0, (size_t)columns * sizeof(int16_t));
            memset(gap, 0xFF, (size_t)columns * sizeof(int16_t));
            continue;
        }
        const int16_t *source = plane + row * side + left;
        for (int32_t i = 0; i < from; i++) {
            height[i] = 0;
            gap[i] = -1;
        }
        for (int32_t i = from; i < to; i++) {
            gap[i] = source[i] == TOOLMARK_MISSING ? -1 : 0;
            height[i] = source[i] == TOOLMARK_MISSING ? 0 : source[i];
        }
        for (int32_t i = to; i < columns; i++) {
            height[i] = 0;
            gap[i] = -1;
        }
    }
}
