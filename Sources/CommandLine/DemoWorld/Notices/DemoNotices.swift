import Foundation
import Registry
import Storage

/// Puts the notices of the demo world into the registry, by the hands of the desks and of two readers.
struct DemoNotices {
    let registry: Registry

    /// Everybody who reads at the coordination centre.
    static let readers = ["coordinator.hub", "reader.hub"]

    /// - Returns: how many there are.
    func make() async throws -> Int {
        let notices = DemoNoticeList().notices + DemoMethods.all(seizure: try await seizure())
        // Somebody was asked about at a border before the notice came: the hit is made when the world is served.
        try await checkBefore(notices[0])
        for (index, notice) in notices.enumerated() { try await make(notice, seed: UInt64(index)) }
        return notices.count
    }

    private func checkBefore(_ notice: DemoNotice) async throws {
        guard let person = notice.content.person else { return }
        // Given names first, as a traveller says them.
        let query = PersonQuery(name: "\(person.forename ?? "") \(person.name)", birthDate: person.birthDate)
        let request = CheckRequest(person: query, purpose: .borderControl, place: "Puerto Iguazú")
        _ = try await registry.checks.check(request, try await actor("officer.ar"))
    }

    /// The number of a record of the tour that a method was seen in.
    private func seizure() async throws -> String? {
        let desk = try await actor("desk.co")
        let serial = DemoTour.records["CO"]?.first?.serial
        return try await registry.records.list(RecordFilter(serial: serial), limit: 1, desk).records.first?.number
    }

    private func make(_ notice: DemoNotice, seed: UInt64) async throws {
        let desk = try await actor("desk.\(notice.bureau.lowercased())")
        let made = try await registry.notices.create(notice.content, desk)
        guard let number = NoticeNumber(made.number) else { return }
        if let (type, bytes) = try picture(notice.image, seed: seed) {
            let blob = try registry.blobs.put(bytes)
            _ = try await registry.notices.addPicture(mediaType: type, blob: blob, to: number, desk)
        }
        if case .draft = notice.fate { return }
        _ = try await registry.notices.send(number, version: 1, desk)
        if case .diffusion = notice.fate { return }
        if case .requested = notice.fate { return }
        var decision = NoticeReading.Decision.publish
        var remark = ""
        if case .refused(let reason) = notice.fate {
            decision = .refuse([reason])
            remark = "The maximum penalty could not be confirmed."
        }
        var readers = Self.readers
        if case .firstRead = notice.fate { readers.removeLast() }
        for (place, reader) in readers.enumerated() {
            _ = try await registry.notices.read(
                number, version: 2 + place, decision: decision, remark: remark, try await actor(reader)
            )
        }
        if case .suspended = notice.fate {
            _ = try await registry.notices.setState(
                .suspended, of: number, version: 4, reason: "Plazo judicial en revisión.", desk
            )
        }
    }

    private func picture(_ image: DemoNotice.Image, seed: UInt64) throws -> (type: String, bytes: [UInt8])? {
        switch image {
        case .none: return nil
        case .portrait:
            var portrait = DemoPortrait(seed: 0x9E37 &+ seed &* 7_919)
            return ("image/jpeg", try portrait.jpeg())
        case .hollow(let parts): return ("image/png", try DemoSketch.hollow(parts: parts))
        case .parcels(let count): return ("image/png", try DemoSketch.parcels(count))
        }
    }

    private func actor(_ name: String) async throws -> Actor {
        try await registry.signIn.actor(onThisMachine: name)
    }
}
