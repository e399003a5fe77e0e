import Foundation
import Testing

@testable import Toolmarks

@Suite struct ExactMathTests {
    @Test(arguments: [1e-300, 1e-9, 0.1, 0.5, 0.999_999, 1, 1.000_001, 1.5, 2, 10, 12_345.678, 1e300])
    func logarithmsAgreeWithTheSystemsToTheLastDigits(_ x: Double) {
        #expect(abs(ExactMath.logarithm(x) - log(x)) <= 1e-14 * max(1, abs(log(x))))
    }

    @Test(arguments: [-690.0, -20, -1, -1e-9, 0, 1e-9, 0.5, 1, 20, 690])
    func exponentialsAgreeWithTheSystemsToTheLastDigits(_ x: Double) {
        #expect(abs(ExactMath.exponential(x) - exp(x)) <= 1e-14 * exp(x))
    }

    @Test func extremeArgumentsHaveTheirLimits() {
        #expect(ExactMath.logarithm(0) == -.infinity)
        #expect(ExactMath.logarithm(-1).isNaN)
        #expect(ExactMath.exponential(-1_000) == 0)
        #expect(ExactMath.exponential(1_000) == .infinity)
        #expect(ExactMath.softplus(1_000) == 1_000)
        #expect(ExactMath.softplus(-1_000) == 0)
    }
}
