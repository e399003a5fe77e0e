import Foundation
import Synchronization
import Toolmarks

/// The reference sets of an installation, made ready when the first score of their method is weighed.
final class EvidenceModels: Sendable {
    private let files: [String]
    private let models = Mutex<[String: EvidenceModel]?>(nil)

    init(files: [String]) { self.files = files }

    /// Weighs a score by the set of its method.
    /// - Throws: an error that names the file of a set that cannot be read.
    func weigh(
        _ score: Double, method: String
    ) throws -> (evidence: CorrelationFigures.Evidence?, unweighed: CorrelationFigures.Unweighed?) {
        guard let model = try loaded()[method] else { return (nil, .noReferenceSet) }
        do {
            let ratio = try model.weigh(score, method: method)
            return (
                CorrelationFigures.Evidence(
                    log10: ratio.log10, lower: ratio.lower, upper: ratio.upper, confidence: ratio.confidence,
                    isAtBound: ratio.isAtBound, referenceName: ratio.reference.name,
                    reference: ratio.reference.identity
                ), nil
            )
        } catch  where error.code == .outsideReferenceRange {
            return (nil, .outsideReferenceRange)
        }
    }

    /// What is said of the sets, by the method of their scores.
    func summaries() throws -> [String: ReferenceSetSummary] { try loaded().mapValues(\.summary) }

    /// Calibrating takes seconds; those who ask meanwhile wait for it.
    private func loaded() throws -> [String: EvidenceModel] {
        try models.withLock { models in
            if let models { return models }
            var made: [String: EvidenceModel] = [:]
            for file in files {
                do {
                    let set = try JSONDecoder().decode(ReferenceSet.self, from: Data(contentsOf: URL(filePath: file)))
                    made[set.method] = try EvidenceModel(set)
                } catch {
                    throw ReferenceSetUnreadable(file: file, reason: "\(error)")
                }
            }
            models = made
            return made
        }
    }
}

/// A file of a reference set that cannot be used.
struct ReferenceSetUnreadable: Error, CustomStringConvertible {
    var file: String
    var reason: String

    var description: String {
        "The reference set \(file) cannot be used: \(reason). Name another in the configuration, or make it again with "
            + "'cartouche evaluate toolmarks'."
    }
}
