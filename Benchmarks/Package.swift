// swift-tools-version: 6.2
import PackageDescription

/// The libraries that are measured stand here as links, so that nothing else of the program has to be resolved or built.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// Targets of the engine, where unsafe code is marked as such.
let engineSettings: [SwiftSetting] = settings + [.strictMemorySafety()]

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    targets: [
        .target(name: "GeneratedContent", dependencies: ["Identity"], swiftSettings: settings),
        .executableTarget(name: "GenerateRecords", dependencies: ["GeneratedContent"], swiftSettings: settings),
        .target(name: "Firearms", resources: [.copy("Resources")], swiftSettings: settings),
        .executableTarget(name: "MeasureDescriptions", dependencies: ["Firearms"], swiftSettings: settings),
        .target(name: "Identity", resources: [.copy("Resources")], swiftSettings: settings),
        .target(name: "Matching", dependencies: ["Firearms", "Identity"], swiftSettings: settings),
        .executableTarget(name: "MeasureNames", dependencies: ["Identity"], swiftSettings: settings),
        .executableTarget(
            name: "MeasurePersonIndex", dependencies: ["GeneratedContent", "Identity", "Matching"],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "MeasureChecks", dependencies: ["Firearms", "Identity", "Matching"], swiftSettings: settings),
        .executableTarget(name: "MeasureSerialIndex", dependencies: ["Firearms", "Matching"], swiftSettings: settings),
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate"),
        .systemLibrary(name: "CExpat", pkgConfig: "expat"),
        .systemLibrary(name: "CJPEG", pkgConfig: "libturbojpeg"),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng"),
        .systemLibrary(name: "CTIFF", pkgConfig: "libtiff-4"),
        .target(
            name: "Surfaces", dependencies: ["CDeflate", "CExpat", "CJPEG", "CPNG", "CTIFF"],
            swiftSettings: engineSettings),
        .target(name: "CToolmarkKernels"),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium"),
        .target(
            name: "Toolmarks",
            dependencies: ["CSodium", "CToolmarkKernels", "Surfaces"],
            swiftSettings: engineSettings
        ),
        .executableTarget(name: "MeasureToolmarks", dependencies: ["Surfaces", "Toolmarks"], swiftSettings: settings),
        .executableTarget(name: "MeasureSurfaces", dependencies: ["Surfaces", "Toolmarks"], swiftSettings: settings),
        .executableTarget(name: "MeasureSearch", dependencies: ["Surfaces", "Toolmarks"], swiftSettings: settings),
        .systemLibrary(name: "CSQLiteLibrary", pkgConfig: "sqlite3"),
        .target(name: "InstallationDatabase", dependencies: ["CSQLiteLibrary"], swiftSettings: settings),
        .executableTarget(
            name: "GenerateInstallation",
            dependencies: ["Firearms", "GeneratedContent", "Identity", "InstallationDatabase", "Matching"],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "GenerateMarks", dependencies: ["CSodium", "InstallationDatabase", "Surfaces", "Toolmarks"],
            swiftSettings: settings
        ),
        .executableTarget(name: "MeasureStriated", dependencies: ["Surfaces", "Toolmarks"], swiftSettings: settings),
    ]
)
