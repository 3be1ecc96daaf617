// swift-tools-version: 6.0
// The Swift package: the generated source behind a thin wrapper. The native library (libbinsign_mobile.a) comes from
// crates/binsign-mobile; say where it lies with `-Xlinker -LDIRECTORY`, as the script test does.

import PackageDescription

let package = Package(
    name: "Binsign",
    platforms: [.iOS(.v13), .macOS(.v10_15), .tvOS(.v13), .watchOS(.v6)],
    products: [
        .library(name: "Binsign", targets: ["Binsign"])
    ],
    targets: [
        // The C side of the native library: header and module map.
        .systemLibrary(name: "BinsignFFI"),
        // What uniffi generates; not seen by users.
        .target(name: "BinsignGenerated", dependencies: ["BinsignFFI"]),
        .target(name: "Binsign", dependencies: ["BinsignGenerated"]),
        // The program of the conformance tests; no part of the library.
        .executableTarget(name: "BinsignWire", dependencies: ["Binsign"]),
        .testTarget(name: "BinsignTests", dependencies: ["Binsign"]),
    ]
)
