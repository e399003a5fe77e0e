#include "CToolmarkKernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Contraction of a multiplication and an addition would round differently on machines that can do it.
#pragma STDC FP_CONTRACT OFF

/// The six sums of one shift over the points measured on both sides.
typedef struct {
    int32_t missing, a, b, aa, bb, ab;
} Sums;

/// A variance below one squared unit of height a point is the noise of rounding: nothing to correlate.
static inline float score(float points, float a, float b, float aa, float bb, float ab, float minimum) {
    if (points < minimum) return -2.0f;
    float spreadA = aa - a * (a / points);
    float spreadB = bb - b * (b / points);
    if (!(spreadA > points) || !(spreadB > points)) return -2.0f;
    float common = ab - a * (b / points);
    float ratio = (common / spreadA) * (common / spreadB);
    if (ratio > 1.0f) ratio = 1.0f;
    return common < 0.0f ? -ratio : ratio;
}

static void correlate_portable(const ToolmarkPair *pairs, int32_t count, int32_t points, int32_t minimum,
                               const int16_t *window, int32_t stride, int32_t columns, int32_t rows, float *scores) {
    for (int32_t y = 0; y < rows; y++) {
        for (int32_t x = 0; x < columns; x++) {
            Sums s = {0, 0, 0, 0, 0, 0};
            for (int32_t i = 0; i < count; i++) {
                const int16_t *place = window + pairs[i].offset + y * stride + x;
                for (int side = 0; side < 2; side++) {
                    int32_t one = (int16_t)((uint32_t)pairs[i].ones >> (16 * side));
                    int32_t a = (int16_t)((uint32_t)pairs[i].heights >> (16 * side));
                    int32_t b = place[side];
                    if (b == TOOLMARK_MISSING) {
                        s.missing += one;
                    } else if (one) {
                        s.a += a;
                        s.b += b;
                        s.aa += a * a;
                        s.bb += b * b;
                        s.ab += a * b;
                    }
                }
            }
            scores[y * columns + x] = score((float)(points - s.missing), (float)s.a, (float)s.b, (float)s.aa,
                                            (float)s.bb, (float)s.ab, (float)minimum);
        }
    }
}

#if defined(__x86_64__)
/// Eight shifts at once: the even ones in the lower half, the odd ones in the upper half of each register.
__attribute__((target("avx2"))) static void correlate_avx2(const ToolmarkPair *pairs, int32_t count, int32_t points,
                                                           int32_t minimum, const int16_t *window, int32_t stride,
                                                           int32_t columns, int32_t rows, float *scores) {
    const __m256i missing_value = _mm256_set1_epi16(TOOLMARK_MISSING);
    const __m256i ones = _mm256_set1_epi16(1);
    for (int32_t y = 0; y < rows; y++) {
        for (int32_t x = 0; x < columns; x += 8) {
            __m256i missing = _mm256_setzero_si256(), a = missing, b = missing, aa = missing, bb = missing, ab = missing;
            const int16_t *place = window + y * stride + x;
            for (int32_t i = 0; i < count; i++) {
                const int16_t *from = place + pairs[i].offset;
                __m256i heights = _mm256_set1_epi32(pairs[i].heights);
                __m256i valid = _mm256_set1_epi32(pairs[i].mask);
                __m256i raw = _mm256_loadu2_m128i((const __m128i *)(from + 1), (const __m128i *)from);
                __m256i gap = _mm256_cmpeq_epi16(raw, missing_value);
                __m256i mine = _mm256_andnot_si256(gap, heights);
                __m256i other = _mm256_and_si256(_mm256_andnot_si256(gap, raw), valid);
                // A gap is -1 in the register: the product with -1 counts it.
                missing = _mm256_sub_epi32(missing, _mm256_madd_epi16(_mm256_and_si256(gap, valid), ones));
                a = _mm256_add_epi32(a, _mm256_madd_epi16(mine, ones));
                b = _mm256_add_epi32(b, _mm256_madd_epi16(other, ones));
                aa = _mm256_add_epi32(aa, _mm256_madd_epi16(mine, mine));
                bb = _mm256_add_epi32(bb, _mm256_madd_epi16(other, other));
                ab = _mm256_add_epi32(ab, _mm256_madd_epi16(mine, other));
            }
            int32_t sums[6][8];
            _mm256_storeu_si256((__m256i *)sums[0], missing);
            _mm256_storeu_si256((__m256i *)sums[1], a);
            _mm256_storeu_si256((__m256i *)sums[2], b);
            _mm256_storeu_si256((__m256i *)sums[3], aa);
            _mm256_storeu_si256((__m256i *)sums[4], bb);
            _mm256_storeu_si256((__m256i *)sums[5], ab);
            float *out = scores + y * columns + x;
            float row[8];
            for (int lane = 0; lane < 8; lane++) {
                row[lane] = score((float)(points - sums[0][lane]), (float)sums[1][lane], (float)sums[2][lane],
                                  (float)sums[3][lane], (float)sums[4][lane], (float)sums[5][lane], (float)minimum);
            }
            for (int lane = 0; lane < 4; lane++) {
                out[2 * lane] = row[lane];
                out[2 * lane + 1] = row[4 + lane];
            }
        }
    }
}
#endif

ToolmarkInstructions toolmark_best_instructions(void) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) return TOOLMARK_AVX2;
#endif
    return TOOLMARK_PORTABLE;
}

void toolmark_correlate(const ToolmarkPair *pairs, int32_t count, int32_t points, int32_t minimum, const int16_t *window,
                        int32_t stride, int32_t columns, int32_t rows, float *scores,
                        ToolmarkInstructions instructions) {
#if defined(__x86_64__)
    if (instructions == TOOLMARK_AVX2) {
        correlate_avx2(pairs, count, points, minimum, window, stride, columns, rows, scores);
        return;
    }
#endif
    (void)instructions;
    correlate_portable(pairs, count, points, minimum, window, stride, columns, rows, scores);
}
