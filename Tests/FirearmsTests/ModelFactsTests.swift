import Testing

@testable import Firearms

@Suite("What the table says of a model holds together")
struct ModelFactsTests {
    let table = ReferenceTable.standard

    @Test("only shotguns are made for shells alone, only air guns for air, only blank guns for blanks")
    func calibresOfKinds() {
        let others: Set<FirearmType> = [.shotgun, .combinationGun, .singleShotPistol, .other]
        for model in table.models where !model.calibreCodes.isEmpty {
            let (codes, text) = (model.calibreCodes, "\(model.makeCode) \(model.name)")
            if !others.contains(model.type) { #expect(codes.contains { !$0.hasSuffix("-gauge") }, "\(text)") }
            if model.type != .airGun { #expect(!codes.contains { $0.hasSuffix("-air") }, "\(text)") }
            if model.type != .blankGun { #expect(!codes.contains { $0.contains("blank") }, "\(text)") }
            if model.type == .launcher {
                #expect(
                    codes.allSatisfy { $0.hasPrefix("40x") || $0.contains("vog") || $0.contains("launcher") }, "\(text)"
                )
            }
        }
    }

    @Test("the action is one that the kind of firearm can have")
    func actionsOfKinds() {
        let actions: [FirearmType: Set<FirearmAction>] = [
            .pistol: [.semiAutomatic], .revolver: [.singleAction, .doubleAction],
            .submachineGun: [.selective, .automatic], .assaultRifle: [.selective, .automatic],
            .machinePistol: [.selective, .automatic],
        ]
        for model in table.models {
            guard let possible = actions[model.type], let action = model.action else { continue }
            #expect(possible.contains(action), "\(model.makeCode) \(model.name)")
        }
    }

    @Test(
        "guns that were once listed wrongly",
        arguments: [
            ("girsan", "MC 312", FirearmType.shotgun, "12-gauge"), ("baikal", "MP-654", .airGun, "177-air"),
            ("ppsh", "PPSh-41", .submachineGun, "7.62x25"), ("kovrov", "RPD", .machineGun, "7.62x39"),
            ("sarsilmaz", "SR 38", .revolver, "357-magnum"), ("heckler-koch", "M320", .launcher, "40x46"),
            ("smith-wesson", "52", .pistol, "38-special"), ("molot", "APS", .machinePistol, "9x18"),
        ])
    func facts(make: String, name: String, type: FirearmType, calibre: String) throws {
        let model = try #require(table.model(name: name, makeCode: make))
        #expect(model.type == type && model.calibreCodes.first == calibre)
        #expect(model.calibreCodes.allSatisfy { table.calibre(code: $0) != nil })
    }
}
