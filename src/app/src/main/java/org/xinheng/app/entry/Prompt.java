package org.xinheng.app.entry;

import java.io.IOException;
import java.io.PrintWriter;

/** Asks for a line, an answer or a key, and shows what is typed where nobody else does. */
final class Prompt {

  private static final int BELL = 7;

  private final Keys keys;
  private final PrintWriter out;

  Prompt(Keys keys, PrintWriter out) {
    this.keys = keys;
    this.out = out;
  }

  /**
   * What was typed.
   *
   * @param isBack whether the key for going back was pressed instead
   * @param isLeft whether somebody left instead
   */
  record Line(String text, boolean isBack, boolean isLeft) {
    static final Line BACK = new Line("", true, false);
    static final Line LEFT = new Line("", false, true);

    static Line of(StringBuilder text) {
      return new Line(text.toString().strip(), false, false);
    }
  }

  /** A line up to the Enter key. */
  Line line(String question) throws IOException {
    ask(question);
    StringBuilder text = new StringBuilder();
    while (true) {
      int key = keys.next();
      if (key == Keys.ENTER) {
        end();
        return Line.of(text);
      }
      if (key == Keys.END || key == Keys.LEAVE) {
        end();
        return Line.LEFT;
      }
      if (text.length() == 0 && (key == Keys.BACK || key == '<')) {
        end();
        return Line.BACK;
      }
      type(key, text);
    }
  }

  /** An answer: it ends by itself where nothing more can follow, and by Enter elsewhere; an empty text is a blank. */
  Line answer(String question, AnswerKeys answers) throws IOException {
    ask(question);
    StringBuilder text = new StringBuilder();
    while (true) {
      int key = keys.next();
      if (key == Keys.END || key == Keys.LEAVE || (text.length() == 0 && key == 'q')) {
        end();
        return Line.LEFT;
      }
      if (text.length() == 0 && (key == Keys.BACK || key == '<')) {
        end();
        return Line.BACK;
      }
      if (text.length() == 0 && key == ' ') {
        show("blank");
        end();
        return Line.of(text);
      }
      if (key == Keys.ENTER) {
        // Nothing typed is no answer: a terminal that sends lines sends an Enter behind each.
        if (text.length() > 0) {
          end();
          return Line.of(text);
        }
      } else if (key == Keys.BACK || answers.canBegin(text.toString() + Character.toString(key))) {
        type(key, text);
        if (answers.isComplete(text.toString())) {
          end();
          return Line.of(text);
        }
      } else {
        out.print((char) BELL);
        out.flush();
      }
    }
  }

  /** Whether the next key that says so is y; leaving is no. */
  boolean yes(String question) throws IOException {
    int key = key(question);
    while (key != 'y' && key != 'n' && key != Keys.LEAVE) {
      key = key(question);
    }
    return key == 'y';
  }

  /** A single key other than Enter; {@link Keys#LEAVE} also when there is nobody left. */
  int key(String question) throws IOException {
    ask(question);
    int key = keys.next();
    while (key == Keys.ENTER) {
      key = keys.next();
    }
    if (key > ' ' && key != Keys.BACK && key != Keys.LEAVE) {
      show(Character.toString(key));
    }
    end();
    return key == Keys.END ? Keys.LEAVE : key;
  }

  private void type(int key, StringBuilder text) {
    if (key == Keys.BACK) {
      if (text.length() > 0) {
        text.setLength(text.length() - 1);
        show("\b \b");
      }
    } else if (!Character.isISOControl(key)) {
      text.append((char) key);
      show(Character.toString(key));
    }
  }

  private void ask(String question) {
    out.print(question);
    out.flush();
  }

  private void show(String text) {
    if (!keys.isEchoed()) {
      out.print(text);
      out.flush();
    }
  }

  private void end() {
    if (!keys.isEchoed()) {
      out.println();
    }
  }
}
