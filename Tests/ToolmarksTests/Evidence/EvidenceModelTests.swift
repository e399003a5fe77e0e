import Foundation
import Testing

@testable import Toolmarks

@Suite struct EvidenceModelTests {
    @Test func aHighScoreSpeaksForOneSourceAndALowOneAgainst() throws {
        let model = try EvidenceModel(referenceSet())
        let high = try model.weigh(0.6, method: "test/1")
        let low = try model.weigh(0.1, method: "test/1")
        #expect(high.log10 > 0 && high.supportsSameSource == true)
        #expect(low.log10 < 0 && low.supportsSameSource == false)
        #expect(high.lower <= high.log10 && high.log10 <= high.upper)
        #expect(high.log10 <= high.bounds.upper && low.log10 >= low.bounds.lower)
        #expect(high.reference.groups == 8 && high.reference.matchingPairs == 48)
    }

    @Test func theSameSetGivesTheSameBitsAgain() throws {
        let one = try EvidenceModel(referenceSet()).weigh(0.4, method: "test/1")
        let other = try EvidenceModel(referenceSet()).weigh(0.4, method: "test/1")
        #expect(one == other)
    }

    @Test func aScoreTheSetHasNeverSeenIsRefused() throws {
        let model = try EvidenceModel(referenceSet())
        for score in [2.0, -2.0] {
            let error = #expect(throws: ToolmarksError.self) { try model.weigh(score, method: "test/1") }
            #expect(error?.code == .outsideReferenceRange)
        }
        let error = #expect(throws: ToolmarksError.self) { try model.weigh(.nan, method: "test/1") }
        #expect(error?.code == .scoreNotFinite)
    }

    @Test func aScoreMadeInAnotherWayIsRefused() throws {
        let model = try EvidenceModel(referenceSet())
        let error = #expect(throws: ToolmarksError.self) { try model.weigh(0.5, method: "test/2") }
        #expect(error?.code == .differentMethod)
    }

    @Test func aSetTooSmallIsRefused() throws {
        let error = #expect(throws: ToolmarksError.self) { try referenceSet(groups: 3, scansEach: 4) }
        #expect(error?.code == .referenceSetTooSmall)
        let fewPairs = #expect(throws: ToolmarksError.self) { try referenceSet(groups: 9, scansEach: 2) }
        #expect(fewPairs?.code == .referenceSetTooSmall)
    }

    @Test func intervalsOverToolsAreWiderThanThoseThatTakeScansForIndependent() throws {
        func width(groupsAreTools: Bool) throws -> Double {
            let set = try referenceSet(scansEach: 6, toolDeviation: 0.1, groupsAreTools: groupsAreTools)
            var options = EvidenceModel.Options()
            options.resamples = 100
            let answer = try EvidenceModel(set, options: options).weigh(0.35, method: "test/1")
            return answer.upper - answer.lower
        }
        #expect(try width(groupsAreTools: true) > 1.2 * width(groupsAreTools: false))
    }

    @Test func validationWeighsEveryPairWithoutItsOwnGroups() throws {
        let set = try referenceSet()
        let validation = CrossValidation(set)
        #expect(validation.matching.count == set.matchingCount && validation.other.count == set.otherCount)
        #expect(validation.leftOut == 0)
        #expect(validation.cost.cost < 0.3)
        let useless = try CrossValidation(referenceSet(matchingMean: 0.1))
        #expect(useless.cost.cost > 0.9)
    }

    @Test(arguments: Calibration.Method.allCases)
    func bothWaysOfCalibratingAgreeOnPlainData(_ method: Calibration.Method) throws {
        var options = EvidenceModel.Options()
        options.method = method
        options.resamples = 20
        let answer = try EvidenceModel(referenceSet(), options: options).weigh(0.6, method: "test/1")
        #expect(answer.log10 > 1 && answer.log10 < 3)
    }

    @Test func aSetIsReadBackAsWrittenAndATamperedOneRefused() throws {
        let set = try referenceSet()
        let data = try JSONEncoder().encode(set)
        #expect(try JSONDecoder().decode(ReferenceSet.self, from: data) == set)
        let text = String(decoding: data, as: UTF8.self).replacing("tool 1", with: "tool 2")
        #expect(throws: ToolmarksError.self) { try JSONDecoder().decode(ReferenceSet.self, from: Data(text.utf8)) }
    }

    @Test func theIdentityFollowsTheContentAndNotTheName() throws {
        let set = try referenceSet()
        let renamed = try ReferenceSet(name: "other", method: set.method, scans: set.scans, pairs: set.pairs)
        #expect(renamed.identity == set.identity)
        #expect(try referenceSet(seed: 2).identity != set.identity)
        #expect(set.identity.count == 64)
    }

    @Test(arguments: [
        (0.0, "no support for one proposition over the other", nil),
        (0.302, "weak support", true), (-1.0, "moderate support", false), (2.0, "moderately strong support", true),
        (3.5, "strong support", true), (-4.0, "very strong support", false), (6.0, "extremely strong support", true),
    ])
    func wordsFollowTheScaleOfENFSI(_ log10: Double, _ words: String, _ forSameSource: Bool?) {
        let answer = VerbalScale.enfsi.words(log10: log10)
        #expect(answer.words == words)
        #expect(answer.forSameSource == forSameSource)
    }
}
