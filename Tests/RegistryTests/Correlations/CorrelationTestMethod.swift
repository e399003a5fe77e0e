import Toolmarks

/// How scores are made where nothing else is said.
enum CorrelationTestMethod {
    static let breechFace = CellParameters.breechFace.method(for: .breechFace, of: "height")
}
