import Firearms
import Testing

@testable import Registry

/// The published criteria for comparing exhibits with those of other countries.
@Suite struct SubmissionRuleTests {
    @Test func nothingStatedIsNoReasonAndSaysWhatIsMissing() {
        let exhibit = ExhibitContent(kind: .bullet)
        #expect(SubmissionRule.reasons(exhibit, event: nil).isEmpty)
        #expect(SubmissionRule.unknown(exhibit, event: nil) == [.nearBorder, .manyFirearms])
    }

    @Test(arguments: [(80.0, true), (80.1, false), (0, true)])
    func theBorderCountsUpToEightyKilometres(_ kilometres: Double, _ holds: Bool) {
        let reasons = SubmissionRule.reasons(
            ExhibitContent(kind: .bullet), event: shooting(kilometres: kilometres)
        )
        #expect(reasons == (holds ? [.nearBorder] : []))
    }

    @Test func everyReasonHoldsByItself() {
        var content = ExhibitContent(kind: .cartridgeCase)
        content.circumstances.isFromBorderOfficers = true
        #expect(SubmissionRule.reasons(content, event: nil) == [.borderOfficers])
        content.circumstances = FindingCircumstances()
        content.circumstances.isFromSuspectedTrafficker = true
        #expect(SubmissionRule.reasons(content, event: nil) == [.suspectedTrafficker])
        content.circumstances = FindingCircumstances()
        content.circumstances.firearmsTogether = 2
        #expect(SubmissionRule.reasons(content, event: nil).isEmpty)
        content.circumstances.firearmsTogether = 3
        #expect(SubmissionRule.reasons(content, event: nil) == [.manyFirearms])
        content.circumstances = FindingCircumstances()
        content.circumstances.isPossessorResidentElsewhere = true
        #expect(SubmissionRule.reasons(content, event: nil) == [.residentElsewhere])
        let plain = ExhibitContent(kind: .cartridgeCase)
        #expect(SubmissionRule.reasons(plain, event: shooting(.terrorism)) == [.terrorism])
        #expect(SubmissionRule.reasons(plain, event: shooting(.borderControl)) == [.borderOfficers])
    }
}
