#ifndef C_TOOLMARK_KERNELS_H
#define C_TOOLMARK_KERNELS_H

#include <stdint.h>

/// The value of a point that was not measured, in every plane of 16-bit heights.
#define TOOLMARK_MISSING INT16_MIN

/// Two horizontally neighbouring points of a cell, of which at least one was measured.
///
/// Heights and mask are two 16-bit values each, the left one in the lower half, so that one 32-bit broadcast gives both.
typedef struct {
    int32_t offset;   ///< index of the left point in the window, for the shift (0, 0)
    int32_t heights;  ///< the two heights, 0 where missing
    int32_t mask;     ///< all bits where measured, else 0
} ToolmarkPair;

/// Which instructions do the sums. The sums are of integers, so that every path gives the same bits.
typedef enum {
    TOOLMARK_PORTABLE = 0,
    TOOLMARK_AVX2 = 1,
    TOOLMARK_AVX512 = 2,  ///< of these only the count of bits, in `toolmark_screen`
} ToolmarkInstructions;

/// The fastest path that this processor can run.
ToolmarkInstructions toolmark_best_instructions(void);

/// Copies a rectangle of a plane: heights (0 where missing) and gaps (all bits where missing, also beyond the plane).
///
/// Both targets hold `columns` x `rows` values and 16 more, so that a register's width can be read behind the last.
void toolmark_window(const int16_t *plane, int32_t side, int32_t left, int32_t top, int32_t columns, int32_t rows,
                     int16_t *heights, int16_t *gaps);

/// Correlates a cell with every place of a window, over the points measured in both.
///
/// For each shift (x, y), 0 <= x < columns and 0 <= y < rows, writes the signed square of Pearson's correlation to
/// `scores[y * columns + x]`, or -2 where fewer than `minimum` points meet or one side is flat.
///
/// `columns` is a multiple of 8. `heights` and `gaps` come from `toolmark_window`, their rows are `stride` apart. The
/// number of the cell's points times the square of the largest height stays below 2^31: 32-bit sums cannot overflow.
void toolmark_correlate(const ToolmarkPair *pairs, int32_t count, int32_t points, int32_t minimum,
                        const int16_t *heights, const int16_t *gaps, int32_t stride, int32_t columns, int32_t rows,
                        float *scores, ToolmarkInstructions instructions);

/// The index of the largest of `columns` x `rows` scores with rows `stride` apart, the first of equals.
int32_t toolmark_largest(const float *scores, int32_t stride, int32_t columns, int32_t rows);

/// Samples a surface on a turned grid, in 16-bit units.
///
/// `points` holds `columns` x `rows` pairs: the height (0 where missing) and 1 where measured, else 0. The point (i, j) of
/// the `side` x `side` plane is the mean of `samples` x `samples` bilinear samples spread over its square of `pitchX` x
/// `pitchY` source points; the plane's middle lies on (`centreX`, `centreY`). A step along the plane's x axis goes along
/// (`cosine`, -`sine`) in the source, one along its y axis along (`sine`, `cosine`). A point is missing when less than
/// half of its weight was measured. `occupied` tells of each square of 8 x 8 source points, row by row, whether anything
/// was measured in it or within `pitch` points of it: squares without are passed over.
void toolmark_turn(const float *points, const uint8_t *occupied, int32_t columns, int32_t rows, double centreX,
                   double centreY, double cosine, double sine, double pitchX, double pitchY, int32_t samples, float scale,
                   float limit, int32_t side, int16_t *plane);

/// Averages blocks of `factor` x `factor` points; a block is missing when less than half of it was measured.
void toolmark_reduce(const int16_t *plane, int32_t side, int32_t factor, int32_t reducedSide, int16_t *reduced);

/// Adds a cubic B-spline surface, times `amplitude`, to the values at `count` places.
///
/// `nodes` holds `columns` x `rows` of them, row by row; node (i, j) lies at (`originX` + i / `perX`, `originY` + j /
/// `perY`). A place with fewer than two nodes on any side is left as it is. Rounds the same way on every processor.
void toolmark_add_spline(float *values, int32_t count, const float *xs, const float *ys, float originX, float originY,
                         float perX, float perY, const float *nodes, int32_t columns, int32_t rows, float amplitude);

/// The arrangement at which two marks' coarse signs agree best.
typedef struct {
    int32_t image;      ///< index of the query's image, -1 when nothing agrees
    int32_t shift;      ///< rows by which the query was moved down on the candidate
    int32_t met;        ///< points measured on both sides
    int32_t differing;  ///< those of them whose signs differ
} ToolmarkScreening;

/// The fastest path of `toolmark_screen` that this processor can run.
ToolmarkInstructions toolmark_screen_instructions(void);

/// Lays every image of a query on a candidate, moved by up to `reach` rows, and finds where
/// (met - 2 differing)^2 / met is largest, with met - 2 differing above 0 and at least `minimum` points met; the first of
/// equals.
///
/// An image is `side` x `side` bits of signs, then as many that tell which points were measured; `side` is a multiple of
/// 64, x runs from the lowest bit of a word. `padded` holds the same of the candidate, both parts with `reach` empty rows
/// before and behind. Only whole numbers are compared: every path gives the same result.
ToolmarkScreening toolmark_screen(const uint64_t *query, int32_t images, const uint64_t *padded, int32_t side,
                                  int32_t reach, int32_t minimum, ToolmarkInstructions instructions);

#endif
