/// The long waves of a surface by Gaussian regression (ISO 16610-61 areal Gaussian, ISO 16610-31 regression form).
///
/// At every point a polynomial of degree 0, 1 or 2 is fitted to the neighbours, weighted by the Gaussian function and by
/// an own weight per point; its value there is the result. Degree 0 is the usual Gaussian filter divided by the weight
/// that was present (normalised convolution), so points without a value never count as zero. Degree 1 follows a tilt up
/// to the border of the mark, degree 2 a dome.
struct GaussianSmoother {
    let order: Int
    private let blocks: BlockGrid
    private let kernelX: GaussianKernel
    private let kernelY: GaussianKernel

    /// Prepares the filter for a grid; nil when the cut-off is below two points, where nothing can be filtered.
    init?(cutoff: Double, order: Int, columns: Int, rows: Int, pitchX: Double, pitchY: Double) {
        let sizeX = BlockGrid.size(forCutoff: cutoff / pitchX)
        let sizeY = BlockGrid.size(forCutoff: cutoff / pitchY)
        func kernel(_ size: Int, _ pitch: Double) -> GaussianKernel? {
            let points = cutoff / pitch
            // What the mean over a block already passes at the cut-off.
            let passed =
                size == 1
                ? 1
                : ExactMath.sine(Double.pi * Double(size) / points)
                    / (Double(size) * ExactMath.sine(Double.pi / points))
            return GaussianKernel(cutoff: points / Double(size), order: order, target: 0.5 / passed)
        }
        guard let kernelX = kernel(sizeX, pitchX), let kernelY = kernel(sizeY, pitchY) else { return nil }
        self.order = order
        self.kernelX = kernelX
        self.kernelY = kernelY
        blocks = BlockGrid(fineColumns: columns, fineRows: rows, sizeX: sizeX, sizeY: sizeY)
    }

    /// The long waves at every point, also between the valid ones as far as the weights reach.
    ///
    /// - Parameters:
    ///   - values: heights, NaN where missing.
    ///   - weights: an own weight of every point, for robust filters; nil for 1 everywhere.
    func smooth(_ values: [Float], weights: [Float]? = nil) -> [Float] {
        let direct = blocks.sizeX == 1 && blocks.sizeY == 1
        let columns = direct ? blocks.fineColumns : blocks.columns
        let rows = direct ? blocks.fineRows : blocks.rows
        let (sums, totals) = direct ? Self.weighted(values, weights) : blocks.gather(values, weights: weights)
        let smooth =
            order == 0
            ? normalised(sums, totals, columns, rows)
            : LocalRegression(order: order, kernelX: kernelX, kernelY: kernelY, columns: columns, rows: rows)
                .fit(sums: sums, totals: totals)
        return direct ? smooth : blocks.spread(smooth)
    }

    private func normalised(_ sums: [Float], _ totals: [Float], _ columns: Int, _ rows: Int) -> [Float] {
        let halfX = kernelX.half.map(Float.init)
        let halfY = kernelY.half.map(Float.init)
        var values = SeparableConvolution.symmetric(sums, columns: columns, rows: rows, halfX: halfX, halfY: halfY)
        let present = SeparableConvolution.symmetric(totals, columns: columns, rows: rows, halfX: halfX, halfY: halfY)
        for place in values.indices { values[place] = present[place] > 1e-6 ? values[place] / present[place] : 0 }
        return values
    }

    private static func weighted(_ values: [Float], _ weights: [Float]?) -> (values: [Float], weights: [Float]) {
        guard let weights else {
            return (values.map { $0.isNaN ? 0 : $0 }, values.map { $0.isNaN ? 0 : 1 })
        }
        return (
            zip(values, weights).map { $0.isNaN ? 0 : $0 * $1 },
            zip(values, weights).map { $0.isNaN ? 0 : $1 }
        )
    }
}
