internal import CToolmarkKernels

/// One mark sampled at one pitch and several rotations, heights in 16-bit units.
///
/// The sums over such heights are sums of integers: their result does not depend on the order of the additions, hence
/// neither on the instruction set nor on the number of threads.
struct TurnedPlanes: Sendable {
    /// Points along each side of a plane; even, so that the middle lies between points.
    let side: Int
    /// The planes, one after the other, row by row; `TurnedPlanes.missing` where nothing was measured.
    let values: [Int16]

    /// The value of a point that was not measured.
    static let missing = Int16.min

    /// The same planes with heights divided by 2 to the power of `times`.
    func halved(_ times: Int) -> TurnedPlanes {
        guard times > 0 else { return self }
        return TurnedPlanes(side: side, values: values.map { $0 == TurnedPlanes.missing ? $0 : $0 / (1 << times) })
    }

    /// The same planes at a coarser pitch; `side` must be a multiple of twice the factor.
    func reduced(by factor: Int) -> TurnedPlanes {
        guard factor > 1 else { return self }
        let count = values.count / (side * side)
        let reducedSide = side / factor
        var reduced = [Int16](repeating: TurnedPlanes.missing, count: count * reducedSide * reducedSide)
        unsafe values.withUnsafeBufferPointer { source in
            unsafe reduced.withUnsafeMutableBufferPointer { target in
                for plane in 0..<count {
                    guard let from = source.baseAddress, let to = target.baseAddress else { return }
                    unsafe toolmark_reduce(
                        from + plane * side * side,
                        Int32(side),
                        Int32(factor),
                        Int32(reducedSide),
                        to + plane * reducedSide * reducedSide
                    )
                }
            }
        }
        return TurnedPlanes(side: reducedSide, values: reduced)
    }
}
