import ArgumentParser
import Foundation
import Registry

/// For which user a command acts.
struct ActorOptions: ParsableArguments {
    @Option(name: .customLong("as"), help: ArgumentHelp("User to act for (CARTOUCHE_USER).", valueName: "user"))
    var user: String?

    /// The user's rights, with the command line as the channel.
    /// - Throws: `ValidationError` where no user is named; ``CommandFailure`` where there is no such user.
    func actor(_ registry: Registry) async throws -> Actor {
        guard let name = user ?? ProcessInfo.processInfo.environment["CARTOUCHE_USER"], !name.isEmpty else {
            throw ValidationError("Say for whom: --as USER, or CARTOUCHE_USER in the environment.")
        }
        do {
            return try await registry.signIn.actor(onThisMachine: name)
        } catch let error as RegistryError where error.code == .notFound {
            throw CommandFailure("There is no user \"\(name)\", or the user is disabled. See 'cartouche users list'.")
        }
    }
}
