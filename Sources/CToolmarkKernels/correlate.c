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
                               const int16_t *heights, const int16_t *gaps, int32_t stride, int32_t columns,
                               int32_t rows, float *scores) {
    for (int32_t y = 0; y < rows; y++) {
        for (int32_t x = 0; x < columns; x++) {
            Sums s = {0, 0, 0, 0, 0, 0};
            for (int32_t i = 0; i < count; i++) {
                int32_t place = pairs[i].offset + y * stride + x;
                for (int side = 0; side < 2; side++) {
                    if (!((uint32_t)pairs[i].mask >> (16 * side) & 1)) continue;
                    if (gaps[place + side]) {
                        s.missing += 1;
                        continue;
                    }
                    int32_t a = (int16_t)((uint32_t)pairs[i].heights >> (16 * side));
                    int32_t b = heights[place + side];
                    s.a += a;
                    s.b += b;
                    s.aa += a * a;
                    s.bb += b * b;
                    s.ab += a * b;
                }
            }
            scores[y * columns + x] = score((float)(points - s.missing), (float)s.a, (float)s.b, (float)s.aa,
                                            (float)s.bb, (float)s.ab, (float)minimum);
        }
    }
}

#if defined(__x86_64__)
/// Eight 16-bit values from `from` in the lower half, eight from one further in the upper half.
__attribute__((target("avx2"))) static inline __m256i staggered(const int16_t *from) {
    __m256i low = _mm256_castsi128_si256(_mm_loadu_si128((const __m128i *)from));
    return _mm256_inserti128_si256(low, _mm_loadu_si128((const __m128i *)(from + 1)), 1);
}

/// Eight shifts at once: the even ones in the lower half, the odd ones in the upper half of each register.
__attribute__((target("avx2"))) static void correlate_avx2(const ToolmarkPair *pairs, int32_t count, int32_t points,
                                                           int32_t minimum, const int16_t *heights,
                                                           const int16_t *gaps, int32_t stride, int32_t columns,
                                                           int32_t rows, float *scores) {
    const __m256i ones = _mm256_set1_epi16(1);
    const __m256i most_missing = _mm256_set1_epi32(points - minimum);
    for (int32_t y = 0; y < rows; y++) {
        for (int32_t x = 0; x < columns; x += 8) {
            __m256i missing = _mm256_setzero_si256(), a = missing, b = missing, aa = missing, bb = missing, ab = missing;
            const int32_t place = y * stride + x;
            int32_t i = 0;
            int possible = 1;
            while (i < count && possible) {
                const int32_t end = i + 24 < count ? i + 24 : count;
                for (; i < end; i++) {
                    const __m256i valid = _mm256_set1_epi32(pairs[i].mask);
                    const __m256i gap = staggered(gaps + place + pairs[i].offset);
                    const __m256i mine = _mm256_andnot_si256(gap, _mm256_set1_epi32(pairs[i].heights));
                    const __m256i other = _mm256_and_si256(staggered(heights + place + pairs[i].offset), valid);
                    // A gap is -1 in its half: subtracting the sum of both halves counts them.
                    missing = _mm256_sub_epi32(missing, _mm256_madd_epi16(_mm256_and_si256(gap, valid), ones));
                    a = _mm256_add_epi32(a, _mm256_madd_epi16(mine, ones));
                    b = _mm256_add_epi32(b, _mm256_madd_epi16(other, ones));
                    aa = _mm256_add_epi32(aa, _mm256_madd_epi16(mine, mine));
                    bb = _mm256_add_epi32(bb, _mm256_madd_epi16(other, other));
                    ab = _mm256_add_epi32(ab, _mm256_madd_epi16(mine, other));
                }
                // Once too many points are missing at all eight shifts, none of them can get a score.
                possible = _mm256_movemask_epi8(_mm256_cmpgt_epi32(missing, most_missing)) != -1;
            }
            float *out = scores + y * columns + x;
            if (!possible) {
                for (int lane = 0; lane < 8; lane++) out[lane] = -2.0f;
                continue;
            }
            int32_t sums[6][8];
            _mm256_storeu_si256((__m256i *)sums[0], missing);
            _mm256_storeu_si256((__m256i *)sums[1], a);
            _mm256_storeu_si256((__m256i *)sums[2], b);
            _mm256_storeu_si256((__m256i *)sums[3], aa);
            _mm256_storeu_si256((__m256i *)sums[4], bb);
            _mm256_storeu_si256((__m256i *)sums[5], ab);
            for (int lane = 0; lane < 8; lane++) {
                out[lane < 4 ? 2 * lane : 2 * lane - 7] =
                    score((float)(points - sums[0][lane]), (float)sums[1][lane], (float)sums[2][lane],
                          (float)sums[3][lane], (float)sums[4][lane], (float)sums[5][lane], (float)minimum);
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

void toolmark_correlate(const ToolmarkPair *pairs, int32_t count, int32_t points, int32_t minimum,
                        const int16_t *heights, const int16_t *gaps, int32_t stride, int32_t columns, int32_t rows,
                        float *scores, ToolmarkInstructions instructions) {
#if defined(__x86_64__)
    if (instructions == TOOLMARK_AVX2) {
        correlate_avx2(pairs, count, points, minimum, heights, gaps, stride, columns, rows, scores);
        return;
    }
#endif
    (void)instructions;
    correlate_portable(pairs, count, points, minimum, heights, gaps, stride, columns, rows, scores);
}

int32_t toolmark_largest(const float *scores, int32_t stride, int32_t columns, int32_t rows) {
    int32_t at = 0;
    float largest = scores[0];
    for (int32_t y = 0; y < rows; y++) {
        for (int32_t x = 0; x < columns; x++) {
            if (scores[y * stride + x] > largest) {
                largest = scores[y * stride + x];
                at = y * stride + x;
            }
        }
    }
    return at;
}
