import Testing

@testable import Surfaces

@Suite struct PictureTests {
    @Test func aRectangleOnWholePixelsCoversExactlyThese() {
        var picture = Picture(width: 6, height: 5)
        picture.fillRectangle(PicturePoint(1, 2), width: 3, height: 2, .black)
        for row in 0..<5 {
            for column in 0..<6 {
                let isInside = (1..<4).contains(column) && (2..<4).contains(row)
                #expect(picture[column, row] == (isInside ? .black : .white))
            }
        }
    }

    @Test func aPixelCoveredInPartTakesPartOfTheColour() {
        var picture = Picture(width: 3, height: 1)
        picture.fillRectangle(PicturePoint(0.25, 0), width: 1.25, height: 1, .black)
        #expect(picture[0, 0] == Colour(red: 64, green: 64, blue: 64))
        #expect(picture[1, 0] == Colour(red: 128, green: 128, blue: 128))
        #expect(picture[2, 0] == .white)
    }

    @Test func crossingLinesOfOnePathDoNotBecomeDarkerWhereTheyCross() {
        var picture = Picture(width: 21, height: 21)
        let lines = [
            [PicturePoint(0, 10.5), PicturePoint(21, 10.5)], [PicturePoint(10.5, 0), PicturePoint(10.5, 21)],
        ]
        picture.drawPath(lines, .black, width: 3, opacity: 0.5)
        #expect(picture[10, 10] == picture[4, 10])
        #expect(picture[10, 10] != .white)
        #expect(picture[2, 2] == .white)
    }

    @Test func whatLiesOutsideThePictureOrIsNoNumberIsPassedOver() {
        var picture = Picture(width: 4, height: 4)
        let blank = picture
        picture.drawLine(from: PicturePoint(-90, -90), to: PicturePoint(-50, 1e300), .black)
        picture.drawLine(from: PicturePoint(.nan, 1), to: PicturePoint(.infinity, 2), .black)
        picture.fillPolygon([PicturePoint(.nan, 0), PicturePoint(1, 1), PicturePoint(2, 0)], .black)
        picture.fillCircle(PicturePoint(100, 100), radius: 5, .black)
        picture.drawText("outside", at: PicturePoint(500, 500))
        picture.paste(Picture(width: 2, height: 2, fill: .black), column: 9, row: -9)
        #expect(picture == blank)
    }

    @Test func aPastedPictureIsCutAtTheBorder() {
        var picture = Picture(width: 4, height: 3)
        picture.paste(Picture(width: 3, height: 3, fill: .blue), column: -1, row: 1)
        #expect(picture[0, 1] == .blue && picture[1, 2] == .blue)
        #expect(picture[2, 1] == .white && picture[0, 0] == .white)
    }

    @Test func picturesBesideEachOtherKeepTheirPixels() {
        let sheet = Picture.beside(
            [Picture(width: 2, height: 3, fill: .blue), Picture(width: 4, height: 2, fill: .green)],
            gap: 5
        )
        #expect(sheet.width == 11 && sheet.height == 3)
        #expect(sheet[1, 2] == .blue && sheet[7, 1] == .green && sheet[4, 0] == .white && sheet[8, 2] == .white)
        let stack = Picture.stacked([sheet, sheet], gap: 1)
        #expect(stack.width == 11 && stack.height == 7 && stack[1, 6] == .blue)
    }

    @Test func textIsAsWideAsItSaysAndStandsOnItsAnchor() {
        var picture = Picture(width: 200, height: 60)
        picture.drawText("Hamburg 12", at: PicturePoint(100, 30), size: 24, anchor: .centre)
        var (left, right, top, bottom) = (200, 0, 60, 0)
        for row in 0..<60 {
            for column in 0..<200 where picture[column, row] != .white {
                (left, right) = (min(left, column), max(right, column))
                (top, bottom) = (min(top, row), max(bottom, row))
            }
        }
        let width = Picture.textWidth("Hamburg 12", size: 24)
        #expect(abs(Double(right - left) - width) < 8)
        #expect(abs((left + right) / 2 - 100) <= 3)
        // Capitals are centred; the tail of the "g" hangs below.
        #expect(abs(top - 22) <= 1 && bottom > 39 && bottom < 46)
    }

    @Test func lettersWithAccentsAreDrawnWithoutThemAndUnknownOnesAsABox() {
        let plain = StrokeFont.simplex.glyph("n").strokes
        #expect(StrokeFont.simplex.glyph("ñ").strokes == plain)
        #expect(StrokeFont.simplex.glyph("Č").strokes == StrokeFont.simplex.glyph("C").strokes)
        #expect(StrokeFont.simplex.glyph("漢").strokes == StrokeFont.simplex.glyph("字").strokes)
        #expect(!StrokeFont.simplex.glyph("µ").strokes.isEmpty)
        #expect((32...126).allSatisfy { StrokeFont.simplex.glyph(Character(Unicode.Scalar($0))).advance > 0 })
    }

    @Test func colourMapsRunFromDarkToLightInEvenOrder() {
        func luminance(_ colour: Colour) -> Double {
            0.2126 * Double(colour.red) + 0.7152 * Double(colour.green) + 0.0722 * Double(colour.blue)
        }
        for map in [ColourMap.viridis, .cividis, .grey] {
            #expect(map.colours.count == 256)
            for (one, next) in zip(map.colours, map.colours.dropFirst()) {
                #expect(luminance(next) > luminance(one) - 0.5)
            }
            #expect(map.colour(at: -3) == map.colours[0] && map.colour(at: 7) == map.colours[255])
            #expect(map.colour(at: .nan) == map.colours[0])
        }
        #expect(ColourMap.viridis.colours[0] == Colour(0x440154) && ColourMap.viridis.colours[255] == Colour(0xFDE725))
    }
}
