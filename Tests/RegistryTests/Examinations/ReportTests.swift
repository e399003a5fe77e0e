import Firearms
import Foundation
import Storage
import Testing

@testable import Registry

@Suite("Reports of examinations")
struct ReportTests {
    /// An examination on the exhibits that two examiners agreed on.
    private func verified(_ world: World) async throws -> (Examination, Actor) {
        let examination = try await world.opened(basis: .exhibits)
        let first = try await world.actor(.examiner, "BR")
        try await world.conclude(.identification, on: examination, first)
        try await world.conclude(.identification, on: examination, try await world.examiner("rita", "BR"))
        return (examination, first)
    }

    @Test("a report states exhibits, conclusions with their signatures, steps and the hit, and carries its hash")
    func content() async throws {
        let world = try await World()
        let (examination, examiner) = try await verified(world)
        let report = try await world.registry.examinations.issueReport(of: examination.number, examiner)
        #expect(report.number == "BR-X-2026-000001-R1")
        #expect(report.hash == BlobHash(of: report.text.utf8))
        #expect(report.content.exhibits.map(\.number) == ["BR-E-2026-000001", "AR-E-2026-000001"])
        #expect(report.content.exhibits.flatMap(\.marks).map(\.number) == ["BR-E-2026-000001.1", "AR-E-2026-000001.1"])
        #expect(report.content.conclusions.map(\.examiner) == ["examiner.br", "rita"])
        #expect(report.content.conclusions.map(\.reasons) == ["by examiner.br", "by rita"])
        #expect(report.content.outcome == .identification)
        #expect(report.content.hit == "BR-BH-2026-000001")
        let again = try ExaminationReportStore.canonicalText(report.content)
        #expect(again == report.text)
    }

    @Test("a report is found by its hash, and one changed byte anywhere is noticed")
    func changedByte() async throws {
        let world = try await World()
        let (examination, examiner) = try await verified(world)
        let report = try await world.registry.examinations.issueReport(of: examination.number, examiner)
        let bytes = Array(report.text.utf8)
        let found = try await world.registry.examinations.verification(of: BlobHash(of: bytes), examiner)
        #expect(found?.number == report.number)
        #expect(found?.form == .statement)
        for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 50)) {
            var changed = bytes
            changed[place] ^= 1
            let other = try await world.registry.examinations.verification(of: BlobHash(of: changed), examiner)
            #expect(other == nil, "byte \(place)")
        }
    }

    @Test("an issued report stays as it is whatever happens afterwards; a later one takes its place")
    func immutable() async throws {
        let world = try await World()
        let (examination, examiner) = try await verified(world)
        let examinations = world.registry.examinations
        let report = try await examinations.issueReport(of: examination.number, examiner)
        try await world.database.write {
            try $0.execute("UPDATE exhibits SET document = replace(document, 'cartridge-case', 'bullet')")
        }
        _ = try await examinations.proceed(examination.number, on: .exhibits, examiner)
        try await world.conclude(.elimination, on: examination, examiner)
        let pending = await world.refusal { try await examinations.issueReport(of: examination.number, examiner) }
        #expect(pending?.code == .illegalState)
        let second = try await world.registry.signIn.actor(onThisMachine: "rita")
        try await world.conclude(.elimination, on: examination, second)
        let later = try await examinations.issueReport(of: examination.number, second)
        #expect(later.number == "BR-X-2026-000001-R2")
        #expect(later.content.supersedes == report.number)
        let kept = try await examinations.report(report.number, examiner)
        #expect(kept.text == report.text)
        #expect(kept.supersededBy == later.number)
        let verification = try await examinations.verification(of: report.hash, examiner)
        #expect(verification?.supersededBy == later.number)
    }

    @Test("whoever concludes blind in a later round meets no report of an earlier one")
    func blind() async throws {
        let world = try await World()
        let (examination, examiner) = try await verified(world)
        let examinations = world.registry.examinations
        let report = try await examinations.issueReport(of: examination.number, examiner)
        let outsider = try await world.examiner("ivo", "BR")
        #expect(try await examinations.reports(of: examination.number, outsider).count == 1)
        _ = try await examinations.proceed(examination.number, on: .exhibits, examiner)
        #expect(try await examinations.reports(of: examination.number, outsider).isEmpty)
        #expect(try await examinations.detail(examination.number, outsider).reports.isEmpty)
        let refusal = await world.refusal { try await examinations.report(report.number, outsider) }
        #expect(refusal == RegistryError(.notFound, subject: report.number))
        let pages = await world.refusal { try await examinations.pages(of: report, language: "en", outsider) { [] } }
        #expect(pages?.code == .notFound)
    }

    @Test("no other bureau reads a report, and a hidden exhibit takes it along")
    func access() async throws {
        let world = try await World()
        let (examination, examiner) = try await verified(world)
        let examinations = world.registry.examinations
        let report = try await examinations.issueReport(of: examination.number, examiner)
        let others = [
            try await world.actor(.examiner, "AR"), try await world.desk("AR"), try await world.coordinator(),
        ]
        for actor in others {
            #expect(await world.refusal { try await examinations.report(report.number, actor) }?.code == .notFound)
        }
        _ = try await examinations.report(report.number, try await world.desk("BR"))
        try await world.database.write {
            try $0.execute("UPDATE exhibits SET hidden_from = ',BR,' WHERE number = 'AR-E-2026-000001'")
        }
        #expect(await world.refusal { try await examinations.report(report.number, examiner) }?.code == .notFound)
    }

    @Test("pages are printed once in each language and found by their hash")
    func pages() async throws {
        let world = try await World()
        let (examination, examiner) = try await verified(world)
        let examinations = world.registry.examinations
        let report = try await examinations.issueReport(of: examination.number, examiner)
        let first = try await examinations.pages(of: report, language: "en", examiner) { [1, 2, 3] }
        let again = try await examinations.pages(of: report, language: "en", examiner) { [4] }
        let spanish = try await examinations.pages(of: report, language: "es", examiner) { [5] }
        #expect(first == again)
        #expect(spanish == [5])
        let found = try await examinations.verification(of: BlobHash(of: first), examiner)
        #expect(found?.form == .pages)
        #expect(found?.number == report.number)
    }
}
