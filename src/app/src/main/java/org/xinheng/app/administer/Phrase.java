package org.xinheng.app.administer;

import org.xinheng.instrument.Language;

/** What the terminal says to a student, in words for a ten-year-old. */
enum Phrase {
  WELCOME(
      "There is no right or wrong. Take your time, and answer as it is for you.",
      "没有对错之分。慢慢来，按你自己的情况回答。"),
  WELCOME_BACK("Welcome back. You go on where you left.", "欢迎回来，从上次停下的地方继续。"),
  ENTER("Type your answer and press Enter.", "输入答案，按回车。"),
  BACK("b back", "b 上一题"),
  SKIP("s skip", "s 跳过"),
  REFUSE("r I would rather not answer", "r 我不想回答"),
  GO_ON_LATER("p leave and go on later", "p 先离开，以后继续"),
  LEAVE("p leave", "p 离开"),
  HELP("h I would like to talk to someone", "h 我想找人谈谈"),
  SHEET("Question %s on the printed form", "纸质问卷第 %s 题"),
  QUESTION("Question %d", "第 %d 题"),
  LEFT("%d to go, about %d min", "还有 %d 题，约 %d 分钟"),
  SEVERAL("several are possible: 1,3", "可以选几个：1,3"),
  NUMBER("a number from %s to %s", "%s 到 %s 之间的数字"),
  OWN_WORDS(
      "This is answered in your own words, on paper. Nothing is typed here. Press Enter.",
      "这一题请写在纸上，这里不用输入。请按回车。"),
  READ("Press Enter.", "请按回车。"),
  NOW("your answer now: %s. Enter keeps it.", "现在的答案：%s。按回车保留。"),
  NOW_SKIPPED("you skipped it", "你跳过了这一题"),
  NOW_REFUSED("you would rather not answer", "你选择了不想回答"),
  NOT_UNDERSTOOD("Please type one of the numbers shown.", "请输入列出的数字。"),
  LAST("That was the last question. Press Enter to finish.", "题目做完了。按回车结束。"),
  HELP_NOTED(
      "Noted. A teacher will come to you in private. If it cannot wait, tell a grown-up near you"
          + " now.",
      "记下了，老师会私下来找你。如果等不及，请现在就告诉身边的大人。"),
  HELP_NOT_PASSED_ON(
      "Please go to a teacher you trust: this computer passes nothing on. If it cannot wait, tell"
          + " a grown-up near you now.",
      "请直接去找你信任的老师：这台电脑不会转告。如果等不及，请现在就告诉身边的大人。"),
  CLOSE("Press Enter to close this page.", "按回车关闭本页。"),
  SEE_YOU("You can go on later. What you answered is kept.", "以后可以继续，已经答的都保存好了。"),
  NOT_KEPT("You have left. What you answered so far is with your teacher.", "你已离开。已经答的交给了老师。"),
  THANKS("Thank you. You are done.", "谢谢你，全部完成了。"),
  HELP_TALK(
      "If something is on your mind, you can talk to your class teacher or the school counsellor,"
          + " at any time.",
      "如果心里有事，随时可以找班主任或学校的心理老师聊一聊。"),
  ;

  private final String en;
  private final String zhCn;

  Phrase(String en, String zhCn) {
    this.en = en;
    this.zhCn = zhCn;
  }

  String in(Language language, Object... values) {
    String text = switch (language) {
      case EN -> en;
      case ZH_CN -> zhCn;
    };
    return values.length == 0 ? text : text.formatted(values);
  }
}
