#include "CToolmarkKernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#pragma STDC FP_CONTRACT OFF

/// Points measured on both sides, and those of them whose signs differ.
typedef struct {
    int32_t met, differing;
} Meeting;

/// Whether one meeting speaks more for a match than another: (met - 2 differing)^2 / met, compared without rounding.
static inline int is_better(Meeting one, Meeting other) {
    const int64_t a = (int64_t)one.met - 2 * (int64_t)one.differing;
    const int64_t b = (int64_t)other.met - 2 * (int64_t)other.differing;
    return a > 0 && a * a * other.met > b * b * one.met;
}

static inline Meeting meet_portable(const uint64_t *signs, const uint64_t *valid, const uint64_t *otherSigns,
                                    const uint64_t *otherValid, int32_t words) {
    Meeting m = {0, 0};
    for (int32_t i = 0; i < words; i++) {
        const uint64_t both = valid[i] & otherValid[i];
        m.met += __builtin_popcountll(both);
        m.differing += __builtin_popcountll(both & (signs[i] ^ otherSigns[i]));
    }
    return m;
}

/// One loop for every instruction set; `MEET` counts one meeting and is inlined.
#define SCREEN_LOOP(MEET)                                                                                              \
    Meeting best = {2, 1};                                                                                             \
    ToolmarkScreening found = {-1, 0, 0, 0};                                                                           \
    const int32_t words = side * side / 64, row = side / 64, span = (side + 2 * reach) * row;                          \
    for (int32_t image = 0; image < images; image++) {                                                                 \
        const uint64_t *signs = query + 2 * (int64_t)words * image;                                                    \
        for (int32_t shift = 0; shift <= 2 * reach; shift++) {                                                         \
            const Meeting m = MEET(signs, signs + words, padded + shift * row, padded + span + shift * row, words);    \
            if (m.met < minimum || !is_better(m, best)) continue;                                                      \
            best = m;                                                                                                  \
            found = (ToolmarkScreening){image, shift - reach, m.met, m.differing};                                     \
        }                                                                                                              \
    }                                                                                                                  \
    return found;

static ToolmarkScreening screen_portable(const uint64_t *query, int32_t images, const uint64_t *padded, int32_t side,
                                         int32_t reach, int32_t minimum) {
    SCREEN_LOOP(meet_portable)
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static inline __m256i bytes_set(__m256i bits) {
    const __m256i table = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2,
                                           2, 3, 2, 3, 3, 4);
    const __m256i low = _mm256_set1_epi8(15);
    return _mm256_add_epi8(_mm256_shuffle_epi8(table, _mm256_and_si256(bits, low)),
                           _mm256_shuffle_epi8(table, _mm256_and_si256(_mm256_srli_epi16(bits, 4), low)));
}

__attribute__((target("avx2"))) static inline int32_t sum_avx2(__m256i quads) {
    const __m128i half = _mm_add_epi64(_mm256_castsi256_si128(quads), _mm256_extracti128_si256(quads, 1));
    return (int32_t)(_mm_cvtsi128_si64(half) + _mm_extract_epi64(half, 1));
}

/// Counts bits by table look-up (Mula, Kurz, Lemire 2018, doi:10.1093/comjnl/bxx046).
__attribute__((target("avx2"))) static inline Meeting meet_avx2(const uint64_t *signs, const uint64_t *valid,
                                                                const uint64_t *otherSigns, const uint64_t *otherValid,
                                                                int32_t words) {
    const __m256i zero = _mm256_setzero_si256();
    __m256i met = zero, differing = zero;
    for (int32_t i = 0; i < words;) {
        __m256i metBytes = zero, differingBytes = zero;
        // A byte holds the counts of 31 rounds of at most 8.
        const int32_t end = i + 64 < words ? i + 64 : words;
        for (; i < end; i += 4) {
            const __m256i both = _mm256_and_si256(_mm256_loadu_si256((const __m256i *)(valid + i)),
                                                  _mm256_loadu_si256((const __m256i *)(otherValid + i)));
            const __m256i differ = _mm256_xor_si256(_mm256_loadu_si256((const __m256i *)(signs + i)),
                                                    _mm256_loadu_si256((const __m256i *)(otherSigns + i)));
            metBytes = _mm256_add_epi8(metBytes, bytes_set(both));
            differingBytes = _mm256_add_epi8(differingBytes, bytes_set(_mm256_and_si256(both, differ)));
        }
        met = _mm256_add_epi64(met, _mm256_sad_epu8(metBytes, zero));
        differing = _mm256_add_epi64(differing, _mm256_sad_epu8(differingBytes, zero));
    }
    return (Meeting){sum_avx2(met), sum_avx2(differing)};
}

__attribute__((target("avx2"))) static ToolmarkScreening screen_avx2(const uint64_t *query, int32_t images,
                                                                     const uint64_t *padded, int32_t side,
                                                                     int32_t reach, int32_t minimum) {
    SCREEN_LOOP(meet_avx2)
}

__attribute__((target("avx512f,avx512vpopcntdq"))) static inline Meeting meet_avx512(const uint64_t *signs,
                                                                                     const uint64_t *valid,
                                                                                     const uint64_t *otherSigns,
                                                                                     const uint64_t *otherValid,
                                                                                     int32_t words) {
    __m512i met = _mm512_setzero_si512(), differing = met;
    for (int32_t i = 0; i < words; i += 8) {
        const __m512i both = _mm512_and_si512(_mm512_loadu_si512(valid + i), _mm512_loadu_si512(otherValid + i));
        const __m512i differ = _mm512_xor_si512(_mm512_loadu_si512(signs + i), _mm512_loadu_si512(otherSigns + i));
        met = _mm512_add_epi64(met, _mm512_popcnt_epi64(both));
        differing = _mm512_add_epi64(differing, _mm512_popcnt_epi64(_mm512_and_si512(both, differ)));
    }
    return (Meeting){(int32_t)_mm512_reduce_add_epi64(met), (int32_t)_mm512_reduce_add_epi64(differing)};
}

__attribute__((target("avx512f,avx512vpopcntdq"))) static ToolmarkScreening screen_avx512(
    const uint64_t *query, int32_t images, const uint64_t *padded, int32_t side, int32_t reach, int32_t minimum) {
    SCREEN_LOOP(meet_avx512)
}
#endif

ToolmarkInstructions toolmark_screen_instructions(void) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512vpopcntdq")) return TOOLMARK_AVX512;
    if (__builtin_cpu_supports("avx2")) return TOOLMARK_AVX2;
#endif
    return TOOLMARK_PORTABLE;
}

ToolmarkScreening toolmark_screen(const uint64_t *query, int32_t images, const uint64_t *padded, int32_t side,
                                  int32_t reach, int32_t minimum, ToolmarkInstructions instructions) {
#if defined(__x86_64__)
    if (instructions == TOOLMARK_AVX512) return screen_avx512(query, images, padded, side, reach, minimum);
    if (instructions == TOOLMARK_AVX2) return screen_avx2(query, images, padded, side, reach, minimum);
#endif
    (void)instructions;
    return screen_portable(query, images, padded, side, reach, minimum);
}
