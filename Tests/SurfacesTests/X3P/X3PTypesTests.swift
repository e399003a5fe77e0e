import Testing

@testable import Surfaces

/// Data types, axes, features and orientation.
@Suite struct X3PTypesTests {
    /// Heights in micrometres that every type can hold when stored in units of a tenth of a micrometre.
    static let tenths: [Int16] = [10, 20, 30, -40, 50, 60]

    static func file(_ type: String) -> X3PFile {
        var data = Bytes()
        for value in tenths {
            switch type {
            case "I": data.add(value)
            case "L": data.add(Int32(value))
            case "F": data.add(Float(value))
            default: data.add(Double(value))
            }
        }
        var file = X3PFile()
        file.z = .init(kind: "A", type: type, increment: "1e-7", offset: "2e-6")
        file.data = data.bytes
        return file
    }

    @Test(arguments: ["I", "L", "F", "D"])
    func everyDataTypeIsScaledAndMoved(_ type: String) throws {
        let file = try Self.file(type).read(strict: true)
        #expect(file.warnings.isEmpty)
        let heights: [Float] = [3, 4, 5, -2, 7, 8]
        #expect(zip(file.surface.values, heights).allSatisfy { abs($0 - $1) < 1e-5 })
        #expect(file.document?.z.dataType.rawValue == type)
    }

    @Test(arguments: ["I", "L", "F", "D"])
    func pointsOutsideTheListOfValidOnesAreMissing(_ type: String) throws {
        var file = Self.file(type)
        // The lowest bit is the first point: points 1 and 4 are missing.
        file.validPoints = [0b101101]
        let map = try file.read(strict: true).surface
        #expect(map.values.map(\.isNaN) == [false, true, false, false, true, false])
    }

    @Test func nanAndInfinityAreMissing() throws {
        var file = X3PFile()
        file.data = X3PFile.floats([1, .nan, .infinity, -.infinity, 5, 6])
        let map = try file.read().surface
        #expect(map.values.map(\.isNaN) == [false, true, true, true, false, false])
    }

    @Test func absoluteAxesGiveTheirStep() throws {
        var file = X3PFile()
        file.x = .init(kind: "A", type: "L", increment: "1e-5")
        file.y = .init(kind: "A", type: "D", increment: "1")
        var data = Bytes()
        for row in 0..<2 {
            for column in 0..<3 {
                data.add(Int32(7 + 2 * column))
                data.add(Double(row) * 3e-5)
                data.add(X3PFile.heights[row * 3 + column] * 1e-6)
            }
        }
        file.data = data.bytes
        let read = try file.read(strict: true)
        #expect(read.warnings.isEmpty)
        #expect(X3PFile.isExpected(read.surface))
    }

    @Test func absoluteAxesWithUnevenStepsAreNoGrid() {
        var file = X3PFile()
        file.x = .init(kind: "A", type: "D", increment: "1")
        var data = Bytes()
        for (index, x) in [0.0, 1e-5, 9e-5, 0, 1e-5, 9e-5].enumerated() {
            data.add(x)
            data.add(X3PFile.heights[index] * 1e-6)
        }
        file.data = data.bytes
        #expect { try file.read() } throws: { ($0 as? SurfacesError)?.code == .unsupported }
    }

    @Test func profilesAreReadAsOneRow() throws {
        var file = X3PFile(feature: "PRF")
        file.dimensions = "<MatrixDimension><SizeX>6</SizeX><SizeY>1</SizeY><SizeZ>1</SizeZ></MatrixDimension>"
        file.y = .init(kind: "A", type: "D", increment: nil, offset: nil)
        var data = Bytes()
        for height in X3PFile.heights {
            data.add(0.0)
            data.add(height * 1e-6)
        }
        file.data = data.bytes
        let read = try file.read()
        #expect(read.surface.columns == 6 && read.surface.rows == 1)
        let profile = try #require(try read.document?.profile())
        #expect(abs(profile.pitch - 20) < 1e-9 && profile.values.count == 6 && profile.values[4].isNaN)
    }

    @Test func pointCloudsGivePointsAndNoSurface() throws {
        var file = X3PFile(feature: "PCL")
        file.x = .init(kind: "A", type: "F", increment: "1", offset: "1e-6")
        file.y = .init(kind: "A", type: "F", increment: "1")
        file.dimensions = "<ListDimension>2</ListDimension>"
        file.data = X3PFile.floats([10, 20, 3, 40, 50, 6])
        let document = try X3PDocument.read(file.make())
        let points = document.points()
        #expect(points.count == 2)
        #expect(abs(points[0].x - 11) < 1e-4 && abs(points[1].y - 50) < 1e-4 && abs(points[1].z - 6) < 1e-4)
        #expect { try file.read() } throws: { ($0 as? SurfacesError)?.code == .wrongFeature }
    }

    @Test func listedPointsAreReadWithMissingOnes() throws {
        var file = X3PFile()
        file.data = nil
        file.list = [1.0, 2, 3, -4].map { "<Datum>\($0 * 1e-6)</Datum>" }.joined() + "<Datum/><Datum> 6e-6 </Datum>"
        file.z.type = "D"
        let read = try file.read(strict: true)
        #expect(X3PFile.isExpected(read.surface))
        #expect(read.document?.isTextual == true)
    }

    @Test(arguments: [
        ("", [0, 1, 2, 3, 4, 5], 3),
        (X3PTypesTests.rotation([-1, 0, 0, 0, 1, 0, 0, 0, 1]), [2, 1, 0, 5, 4, 3], 3),
        (X3PTypesTests.rotation([1, 0, 0, 0, -1, 0, 0, 0, 1]), [3, 4, 5, 0, 1, 2], 3),
        (X3PTypesTests.rotation([0, 1, 0, 1, 0, 0, 0, 0, 1]), [0, 3, 1, 4, 2, 5], 2),
        (X3PTypesTests.rotation([0, -1, 0, 1, 0, 0, 0, 0, 1]), [3, 0, 4, 1, 5, 2], 2),
        ("<Origin>SW</Origin>", [3, 4, 5, 0, 1, 2], 3), ("<Origin>ne</Origin>", [2, 1, 0, 5, 4, 3], 3),
    ])
    func turnedAndMirroredAxesAreBroughtUpright(_ axes: String, _ order: [Int], _ columns: Int) throws {
        var file = X3PFile()
        file.data = X3PFile.floats([0, 1, 2, 3, 4, 5])
        file.axesExtra = axes
        let read = try file.read()
        #expect(read.surface.columns == columns)
        #expect(zip(read.surface.values, order).allSatisfy { abs($0 - Float($1)) < 1e-5 })
        #expect(abs(read.surface.pitchX - (columns == 3 ? 20 : 30)) < 1e-9)
        #expect(read.warnings.map(\.code) == (axes.isEmpty ? [] : [.axesTurned]))
    }

    @Test func negativeIncrementsMirrorTheRows() throws {
        var file = X3PFile()
        file.data = X3PFile.floats([0, 1, 2, 3, 4, 5])
        file.y.increment = "-3e-5"
        let map = try file.read().surface
        #expect(abs(map.values[0] - 3) < 1e-5 && map.pitchY > 0)
    }

    @Test func heightsCountedDownwardsAreTurnedOver() throws {
        var file = X3PFile()
        file.axesExtra = Self.rotation([1, 0, 0, 0, -1, 0, 0, 0, -1])
        file.data = X3PFile.floats([0, 1, 2, 3, 4, 5])
        #expect(abs(try file.read().surface.values[0] + 3) < 1e-5)
    }

    @Test func rotationThatIsNoneByRightAnglesIsLeftAndTold() throws {
        var file = X3PFile()
        file.axesExtra = Self.rotation([0.8, -0.6, 0, 0.6, 0.8, 0, 0, 0, 1])
        let read = try file.read()
        #expect(X3PFile.isExpected(read.surface))
        #expect(read.warnings.map(\.code) == [.ignored])
        // Points in space take the rotation as it is.
        let points = try #require(read.document?.points())
        #expect(abs(points[1].x - 16) < 1e-4 && abs(points[1].y - 12) < 1e-4)
    }

    static func rotation(_ values: [Double]) -> String {
        let elements = values.enumerated().map { "<r\($0 / 3 + 1)\($0 % 3 + 1)>\($1)</r\($0 / 3 + 1)\($0 % 3 + 1)>" }
        return "<Rotation>\(elements.joined())</Rotation>"
    }
}
