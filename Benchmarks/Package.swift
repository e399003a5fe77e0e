// swift-tools-version: 6.2
import PackageDescription

/// The libraries that are measured stand here as links, so that nothing else of the program has to be resolved or built.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    targets: [
        .executableTarget(name: "GenerateRecords"),
        .target(name: "Firearms", resources: [.copy("Resources")], swiftSettings: settings),
        .target(name: "Matching", dependencies: ["Firearms"], swiftSettings: settings),
        .executableTarget(name: "MeasureSerialIndex", dependencies: ["Firearms", "Matching"], swiftSettings: settings),
    ]
)
