import Foundation
import Registry

/// The data folder of the demo world: whole or not there.
struct DemoFolder: Sendable {
    let settings: ProgramSettings
    /// About how many records the world has.
    var recordCount = DemoBureau.recordCount

    /// Makes the demo world where there is none. It grows beside its place and is moved there at the end, so that an
    /// interrupted set-up leaves nothing that a later start could take for the whole.
    /// - Throws: ``CommandFailure`` where the folder holds something else.
    func makeIfMissing() async throws {
        let files = FileManager.default
        let folder = settings.dataFolder
        if files.fileExists(atPath: Installation.databasePath(in: folder)) {
            return try await requireDemoWorld()
        }
        if let content = try? files.contentsOfDirectory(atPath: folder),
            content.contains(where: { $0 != "cartouche.json" })
        {
            throw CommandFailure("The folder \(folder) holds something else. Name an empty or new folder with --data.")
        }
        let draft = folder + ".partial"
        if files.fileExists(atPath: draft) { try files.removeItem(atPath: draft) }
        Terminal.report("Making the demo world in \(folder):")
        let start = ContinuousClock.now
        try await fill(draft)
        try move(draft, to: folder)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        Terminal.report("  done in \(String(format: "%.1f", seconds)) s")
    }

    private func fill(_ draft: String) async throws {
        var draftSettings = settings
        draftSettings.dataFolder = draft
        let isInteractive = Terminal.errorIsInteractive
        let inDraft = draftSettings
        try await Interruption.cancelling {
            try await Installation.with(inDraft, creating: true) { installation in
                try await DemoWorld(registry: installation.registry, recordCount: recordCount).make { step in
                    if isInteractive { Terminal.redraw("  \(step)") } else { Terminal.report("  \(step)") }
                }
            }
            try await DemoScans.write(to: draft)
        }
        if isInteractive { Terminal.redraw("") }
    }

    private func move(_ draft: String, to folder: String) throws {
        let files = FileManager.default
        let configuration = folder + "/cartouche.json"
        if files.fileExists(atPath: configuration) {
            try files.moveItem(atPath: configuration, toPath: draft + "/cartouche.json")
        }
        if files.fileExists(atPath: folder) { try files.removeItem(atPath: folder) }
        try files.moveItem(atPath: draft, toPath: folder)
    }

    private func requireDemoWorld() async throws {
        try await Installation.with(settings) { installation in
            do {
                _ = try await installation.registry.signIn.actor(onThisMachine: DemoWorld.accounts[1].name)
            } catch is RegistryError {
                throw CommandFailure(
                    "The folder \(settings.dataFolder) holds other data, not the demo world. Name another with --data."
                )
            }
        }
    }
}
