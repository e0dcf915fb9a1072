package org.xinheng.app;

import picocli.CommandLine;

/** Makes commands, handing the terminal to those that take one. */
final class TerminalFactory implements CommandLine.IFactory {

  private final CommandLine.IFactory others = CommandLine.defaultFactory();
  private final Terminal terminal;

  TerminalFactory(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    try {
      return type.getDeclaredConstructor(Terminal.class).newInstance(terminal);
    } catch (NoSuchMethodException e) {
      return others.create(type);
    }
  }
}
