// swift-tools-version: 6.2
import PackageDescription

/// One set of compiler settings for every target, so that a file may move between targets unchanged.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// Targets that compute are compiled optimised in debug builds too: their tests would take minutes otherwise.
let engineSettings: [SwiftSetting] =
    settings + [.strictMemorySafety(), .unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
    name: "cartouche",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "cartouche", targets: ["CommandLine"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
        .systemLibrary(name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CTIFF", pkgConfig: "libtiff-4", providers: [.apt(["libtiff-dev"])]),
        .target(name: "DelimitedText", swiftSettings: settings),
        .target(name: "Firearms", resources: [.copy("Resources")], swiftSettings: settings),
        .target(name: "Identity", resources: [.copy("Resources")], swiftSettings: engineSettings),
        .target(name: "Matching", dependencies: ["Firearms", "Identity"], swiftSettings: settings),
        .target(
            name: "Storage",
            dependencies: ["CSQLite", "CSodium", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings
        ),
        .target(
            name: "Surfaces", dependencies: ["CDeflate", "CExpat", "CJPEG", "CPNG", "CTIFF"],
            swiftSettings: engineSettings),
        .target(name: "Typesetting", dependencies: ["CPango"], swiftSettings: settings),
        .target(name: "CToolmarkKernels", cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),
        .target(
            name: "Toolmarks",
            dependencies: ["CSodium", "CToolmarkKernels", "Surfaces"],
            swiftSettings: engineSettings
        ),
        .target(
            name: "Registry",
            dependencies: [
                "CSodium", "DelimitedText", "Firearms", "Identity", "Matching", "Storage", "Surfaces", "Toolmarks",
            ],
            resources: [.copy("Resources")],
            swiftSettings: settings
        ),
        .target(
            name: "Server",
            dependencies: [
                "DelimitedText", "Firearms", "Identity", "Matching", "Registry", "Storage", "Surfaces", "Toolmarks",
                "Typesetting",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [.copy("Resources")],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "CommandLine",
            dependencies: [
                "DelimitedText", "Firearms", "Identity", "Matching", "Registry", "Server", "Storage", "Surfaces",
                "Toolmarks",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        .testTarget(
            name: "DelimitedTextTests", dependencies: ["DelimitedText", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "FirearmsTests",
            dependencies: ["Firearms", "TestSupport"],
            resources: [.copy("Labelled")],
            swiftSettings: settings
        ),
        .testTarget(name: "IdentityTests", dependencies: ["Identity", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "MatchingTests", dependencies: ["Matching", "Firearms", "Identity", "TestSupport"],
            swiftSettings: settings),
        .testTarget(name: "StorageTests", dependencies: ["Storage"], swiftSettings: settings),
        .testTarget(name: "TypesettingTests", dependencies: ["TestSupport", "Typesetting"], swiftSettings: settings),
        .testTarget(name: "SurfacesTests", dependencies: ["CDeflate", "CJPEG", "Surfaces"], swiftSettings: settings),
        .testTarget(
            name: "ToolmarksTests",
            dependencies: ["CToolmarkKernels", "Surfaces", "Toolmarks"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "RegistryTests",
            dependencies: [
                "CSodium", "DelimitedText", "Firearms", "Identity", "Matching", "Registry", "Storage", "Surfaces",
                "TestSupport", "Toolmarks",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "Firearms", "Identity", "Registry", "Server", "Storage", "Surfaces", "TestSupport", "Toolmarks",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CommandLineTests",
            dependencies: [
                "CommandLine", "DelimitedText", "Firearms", "Identity", "Registry", "Server", "Storage", "Surfaces",
                "Toolmarks",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["CommandLine", "TestSupport"],
            exclude: ["Snapshots"],
            swiftSettings: settings
        ),
        .testTarget(name: "TestSupportTests", dependencies: ["TestSupport"], swiftSettings: settings),
    ]
)
