import ArgumentParser
import Foundation
import Toolmarks

/// How a score is weighed.
struct EvidenceOptions: ParsableArguments {
    enum Calibrating: String, ExpressibleByArgument, CaseIterable { case logistic, isotonic }

    @Option(help: "How scores become likelihood ratios.")
    var calibration = Calibrating.logistic

    @Option(help: ArgumentHelp("How often the tools of the set are drawn again for the interval.", valueName: "count"))
    var resamples = 500

    @Option(help: ArgumentHelp("The share of the draws within the interval.", valueName: "share"))
    var confidence = 0.95

    @Option(
        help: ArgumentHelp(
            "Words for likelihood ratios, JSON: {\"name\", \"neutral\", \"steps\": [{\"from\", \"words\"}]}. Default: "
                + "those of ENFSI (2015).",
            valueName: "file"
        )
    )
    var verbalScale: String?

    /// The options for the model.
    /// - Throws: whatever reading the scale gives rise to.
    func options() throws -> EvidenceModel.Options {
        var options = EvidenceModel.Options()
        options.method = Calibration.Method(rawValue: calibration.rawValue) ?? .logistic
        options.resamples = resamples
        options.confidence = confidence
        if let verbalScale { options.scale = try JSONFile.read(VerbalScale.self, at: verbalScale) }
        return options
    }

    /// The set in a file, ready to weigh scores.
    func model(_ path: String) throws -> EvidenceModel {
        try EvidenceModel(JSONFile.read(ReferenceSet.self, at: path), options: options())
    }
}
