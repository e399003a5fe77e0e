import Matching

/// How a hit's reasons are kept: the ranking's own value, with names that stay when the ranking's code changes.
struct StoredReason: Codable {
    var code: String
    var weight: Double
    var arguments: [String]

    init(_ reason: MatchReason) {
        code = reason.code
        weight = reason.weight
        arguments = reason.arguments
    }

    var reason: MatchReason { MatchReason(code, weight: weight, arguments: arguments) }
}
