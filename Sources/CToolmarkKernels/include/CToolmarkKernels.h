#ifndef C_TOOLMARK_KERNELS_H
#define C_TOOLMARK_KERNELS_H

#include <stdint.h>

/// The value of a point that was not measured, in every plane of 16-bit heights.
#define TOOLMARK_MISSING INT16_MIN

/// Two horizontally neighbouring points of a cell, of which at least one was measured.
///
/// Heights and masks are two 16-bit values each, the left one in the lower half, so that one 32-bit broadcast gives both.
typedef struct {
    int32_t offset;   ///< index of the left point in the window, for the shift (0, 0)
    int32_t heights;  ///< the two heights, 0 where missing
    int32_t ones;     ///< 1 where measured, else 0
    int32_t mask;     ///< all bits where measured, else 0
} ToolmarkPair;

/// Which instructions do the sums. The sums are of integers, so that every path gives the same bits.
typedef enum {
    TOOLMARK_PORTABLE = 0,
    TOOLMARK_AVX2 = 1,
} ToolmarkInstructions;

/// The fastest path that this processor can run.
ToolmarkInstructions toolmark_best_instructions(void);

/// Correlates a cell with every place of a window, over the points measured in both.
///
/// For each shift (x, y), 0 <= x < columns and 0 <= y < rows, writes the signed square of Pearson's correlation to
/// `scores[y * columns + x]`, or -2 where fewer than `minimum` points meet or one side is flat.
///
/// `columns` is a multiple of 8. Heights lie within +-1023 and the cell has at most 2,048 points, or within +-511 and at
/// most 8,192: the 32-bit sums cannot overflow. The window's rows are `stride` apart, and 16 more values than the cell and
/// the shifts need can be read behind its end.
void toolmark_correlate(const ToolmarkPair *pairs, int32_t count, int32_t points, int32_t minimum, const int16_t *window,
                        int32_t stride, int32_t columns, int32_t rows, float *scores, ToolmarkInstructions instructions);

/// Samples a surface on a turned grid, in 16-bit units.
///
/// `heights` (0 where missing) and `weights` (1 where measured, else 0) are `columns` x `rows`. The point (i, j) of the
/// `side` x `side` plane is the mean of `samples` x `samples` bilinear samples spread over its square of `pitch` source
/// points; the plane's middle lies on (`centreX`, `centreY`). The direction of the plane's x axis in the source is
/// (`cosine`, -`sine`), that of its y axis (`sine`, `cosine`). A point is missing when less than half of its weight was
/// measured.
void toolmark_turn(const float *heights, const float *weights, int32_t columns, int32_t rows, double centreX,
                   double centreY, double cosine, double sine, double pitchX, double pitchY, int32_t samples, float scale,
                   float limit, int32_t side, int16_t *plane);

/// Averages blocks of `factor` x `factor` points; a block is missing when less than half of it was measured.
void toolmark_reduce(const int16_t *plane, int32_t side, int32_t factor, int32_t reducedSide, int16_t *reduced);

#endif
