extension SignatureComparison {
    /// How the second land lies on the first where their signatures fit together: striae along striae, and every place of
    /// the first signature on its place in the second.
    ///
    /// Along the striae nothing is compared; there the middles of the scans lie on each other. Places are taken from the
    /// middles of the scans. A difference in lateral scale is right at the middle of the common part and left elsewhere.
    ///
    /// - Parameters:
    ///   - first: the signature of the first scan, and the scan's extent in micrometres.
    ///   - second: the same of the second scan.
    /// - Returns: nil for signatures of profiles, which have no plane.
    public func registration(
        of first: (signature: Signature, extent: Place),
        and second: (signature: Signature, extent: Place)
    ) -> Registration? {
        guard let one = ScannedSignature(first.signature, first.extent),
            let other = ScannedSignature(second.signature, second.extent)
        else { return nil }
        let rotation = one.direction - other.direction + (isReversed ? 180 : 0)
        let position = max(0, -shift) + overlap / 2
        let fitted = (position + shift) / stretch
        let there = other.place(isReversed ? second.signature.width - fitted : fitted)
        let turned = Turn(degrees: rotation).turned(there)
        let within = RotationSweep.difference(rotation, 0)
        return Registration(rotation: within, shift: turned - one.place(position))
    }
}

/// Where a signature lies on the scan that it was taken from.
private struct ScannedSignature {
    private let axis: StriaeAxis
    private let finding: SignatureFinding
    private let extent: Place

    init?(_ signature: Signature, _ extent: Place) {
        guard let axis = signature.axis else { return nil }
        self.axis = axis
        finding = signature.finding
        self.extent = extent
    }

    /// The direction across the striae in which positions grow, degrees from the x axis towards the y axis.
    var direction: Double { axis == .y ? -finding.angle : 90 + finding.angle }

    /// A position in the signature as a place on the scan, from its middle: on the line across at half its length, about
    /// which `CrossCuts` moves rows along the striae.
    func place(_ position: Double) -> Place {
        let across = finding.leftShoulder + position
        return axis == .y ? Place(x: across - extent.x / 2, y: 0) : Place(x: 0, y: across - extent.y / 2)
    }
}
