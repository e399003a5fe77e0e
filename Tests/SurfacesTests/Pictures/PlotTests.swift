import Testing

@testable import Surfaces

@Suite struct PlotTests {
    @Test func ticksStandAtEvenPlacesWithEqualDecimals() {
        #expect(Ticks(in: 0...1, wanted: 5).labels == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
        #expect(Ticks(in: -230...157, wanted: 6).labels == ["-200", "-100", "0", "100"])
        #expect(Ticks(in: 0...0.034, wanted: 4).labels == ["0.00", "0.01", "0.02", "0.03"])
        #expect(Ticks(in: 3...3, wanted: 4).values == [3])
        #expect(Ticks.evenLength(within: 870) == 500)
        #expect(Ticks.evenLength(within: 0.21) == 0.2)
        #expect(Ticks.evenLength(within: 1_000) == 1_000)
    }

    @Test(arguments: [
        (0.0, 2, "0.00"), (-0.004, 2, "0.00"), (-1.005, 1, "-1.0"), (12.96, 1, "13.0"), (1e9, 0, "1000000000"),
    ])
    func numbersAreWrittenWithFixedDecimals(_ value: Double, _ decimals: Int, _ text: String) {
        #expect(FixedNumber.text(value, decimals: decimals) == text)
    }

    @Test func shortNumbersKeepTheDigitsThatCount() {
        #expect(FixedNumber.short(0.0344) == "0.034")
        #expect(FixedNumber.short(11.6) == "12")
        #expect(FixedNumber.short(2.94) == "2.9")
        #expect(FixedNumber.short(350) == "350")
    }

    @Test func aValueIsDrawnWhereItsAxesSay() {
        var plot = Plot(x: PlotAxis("x", range: 0...10), y: PlotAxis("y", range: -5...5), legend: nil)
        plot.add(PlotSeries("", .points, [PlotPoint(5, 0)], colour: .black))
        let frame = PlotFrame(plot, width: 800, height: 600)
        let picture = plot.draw(width: 800, height: 600)
        let place = frame.place(PlotPoint(5, 0))
        #expect(place.x == (frame.left + frame.right) / 2 && place.y == (frame.top + frame.bottom) / 2)
        #expect(picture[Int(place.x), Int(place.y)].red < 90)
        #expect(picture[Int(place.x) + 30, Int(place.y) - 12] == .white)
    }

    @Test func lineBeyondTheAxesIsCutAtTheFrame() {
        var plot = Plot(x: PlotAxis("", range: 0...1), y: PlotAxis("", range: 0...1), legend: nil)
        plot.add(PlotSeries("", .line, [PlotPoint(-9, -9), PlotPoint(9, 9)], colour: .vermilion))
        let frame = PlotFrame(plot, width: 400, height: 300)
        let picture = plot.draw(width: 400, height: 300)
        for row in 0..<300 {
            for column in 0..<400 where picture[column, row] == .vermilion {
                #expect(Double(column) >= frame.left - 1 && Double(column) <= frame.right + 1)
                #expect(Double(row) >= frame.top - 1 && Double(row) <= frame.bottom + 1)
            }
        }
        let middle = frame.place(PlotPoint(0.5, 0.5))
        #expect(picture[Int(middle.x), Int(middle.y)] == .vermilion)
    }

    @Test func valuesThatAreNotFiniteInterruptALine() {
        let plot = Plot(x: PlotAxis("", range: 0...4), y: PlotAxis("", range: 0...1))
        let frame = PlotFrame(plot, width: 400, height: 300)
        let points = [PlotPoint(0, 0), PlotPoint(1, 1), PlotPoint(2, .nan), PlotPoint(3, 1), PlotPoint(4, .infinity)]
        #expect(PlotPath.runs(points, frame).map(\.count) == [2, 1])
    }

    @Test func stepsGoLevelBeforeTheyRise() {
        let corners = PlotPath.steps([PlotPoint(0, 0), PlotPoint(1, 5)])
        #expect(corners == [PlotPoint(0, 0), PlotPoint(1, 0), PlotPoint(1, 5)])
    }

    @Test func emptyAndStrangePlotsAreDrawn() {
        let nothing = Plot(title: "", x: PlotAxis(""), y: PlotAxis(""))
        #expect(nothing.draw().width == 800)
        var strange = Plot(x: PlotAxis("x", range: 2...2), y: PlotAxis("y"))
        strange.add(PlotSeries("one", .area, [PlotPoint(2, .nan)]))
        strange.add(PlotSeries("two", .dashes, [PlotPoint(2, 1e300), PlotPoint(2, -1e300)]))
        #expect(strange.draw(width: 10, height: 10).width == 200)
    }

    @Test func seriesWithoutAColourTakeDifferentOnes() {
        var plot = Plot(x: PlotAxis(""), y: PlotAxis(""))
        for _ in 0..<6 { plot.add(PlotSeries("", .line, [])) }
        #expect(Set(plot.seriesColours).count == 6)
    }
}
