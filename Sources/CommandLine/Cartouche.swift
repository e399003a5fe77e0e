import ArgumentParser
import Configuration
import Server
@main struct Cartouche: ParsableCommand { }
