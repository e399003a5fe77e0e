import Foundation
import TestSupport

/// A program that reads every public notice as existing ones do: it knows a base address, the paths and parameters that are
/// published, and the keys of the answers. A list that holds more than can be paged through is asked for in parts: by
/// sex, by ranges of age, by nationality, by the first letter of the name.
struct NoticeSweep {
    let base: String
    /// What may be paged through, whatever the total.
    let cap = 160

    private(set) var found: Set<String> = []
    /// How many requests were made.
    private(set) var requests = 0

    private static let oldest = 120
    private static let countries = [
        "AR", "BO", "BR", "CL", "CO", "CR", "EC", "GT", "HN", "MX", "PA", "PE", "PY", "SV", "UY",
    ]

    init(base: String) { self.base = base }

    /// Reads a whole list, such as `red`.
    mutating func sweep(_ list: String) async throws {
        try await sweep(list, [])
    }

    private enum Part { case sex, age, nationality, letter }

    private mutating func sweep(
        _ list: String, _ query: [(String, String)], ages: ClosedRange<Int> = 0...oldest, next: Part? = .sex
    ) async throws {
        let first = try await get("\(base)/\(list)?\(Self.text(query + [("resultPerPage", "160")]))")
        guard let total = first["total"].integer, total > 0 else { return }
        let before = found.count
        try await follow(first)
        // What is there, and what was got: only that the total says more makes one ask for parts.
        guard total > cap, let next else { return }
        switch next {
        case .sex:
            for sex in ["F", "M", "U"] { try await sweep(list, query + [("sexId", sex)], next: .age) }
        case .age where ages.count > 1:
            let middle = (ages.lowerBound + ages.upperBound) / 2
            let rest = query.filter { $0.0 != "ageMin" && $0.0 != "ageMax" }
            for half in [ages.lowerBound...middle, middle + 1...ages.upperBound] {
                let part = [("ageMin", "\(half.lowerBound)"), ("ageMax", "\(half.upperBound)")]
                try await sweep(list, rest + part, ages: half, next: .age)
            }
            // Those without a date of birth have no age.
            if found.count - before < total, ages == 0...Self.oldest {
                try await sweep(list, rest, ages: 0...0, next: .nationality)
            }
        case .age, .nationality:
            for country in Self.countries {
                try await sweep(list, query + [("nationality", country)], ages: 0...0, next: .letter)
            }
        case .letter:
            for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" {
                try await sweep(list, query + [("name", "^\(letter)")], ages: 0...0, next: nil)
            }
        }
    }

    /// The notices of a page and of those after it.
    private mutating func follow(_ page: JSONValue) async throws {
        var page = page
        while true {
            for item in page["_embedded"]["notices"].array ?? [] {
                if let identifier = item["entity_id"].text { found.insert(identifier) }
            }
            guard let next = page["_links"]["next"]["href"].text else { return }
            page = try await get(next)
        }
    }

    /// An address as it stands, read through a socket of its own.
    mutating func get(_ address: String) async throws -> JSONValue {
        requests += 1
        guard let url = URLComponents(string: address), let port = url.port else { throw Unusable(address: address) }
        let path = url.percentEncodedPath + (url.percentEncodedQuery.map { "?" + $0 } ?? "")
        let answer = try await HTTPClient(port: port).get(path)
        guard answer.status == 200 else { throw Unexpected(answer) }
        return try answer.json()
    }

    private static func text(_ query: [(String, String)]) -> String {
        query.map { "\($0.0)=\($0.1.replacing("^", with: "%5E"))" }.joined(separator: "&")
    }

    private struct Unusable: Error { var address: String }
}
