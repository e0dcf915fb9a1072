package org.xinheng.app.administer;

import org.xinheng.instrument.Language;

/** What the terminal says to a student, in words for a ten-year-old. */
enum Phrase {
  WELCOME(
      "There is no right or wrong. Take your time, and answer as it is for you.",
      "没有对错之分。慢慢来，按你自己的情况回答。"),
  WELCOME_BACK("Welcome back. You go on where you left.", "欢迎回来，从上次停下的地方继续。"),
  KEYS(
      "Enter after your answer.   b back · s skip · r I would rather not answer · p leave and go"
          + " on later",
      "答完按回车。   b 上一题 · s 跳过 · r 我不想回答 · p 先离开，以后继续"),
  KEYS_REQUIRED(
      "Enter after your answer.   b back · r I would rather not answer · p leave and go on later",
      "答完按回车。   b 上一题 · r 我不想回答 · p 先离开，以后继续"),
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
  LAST(
      "That was the last question. Enter to finish, b to look at it again.",
      "题目做完了。按回车结束，按 b 再看上一题。"),
  SEE_YOU("You can go on later. What you answered is kept.", "以后可以继续，已经答的都保存好了。"),
  NOT_KEPT("You have left. What you answered so far is with your teacher.", "你已离开。已经答的交给了老师。"),
  THANKS("Thank you. You are done.", "谢谢你，全部完成了。"),
  HELP_TALK(
      "If something is on your mind, you can talk to your class teacher or the school counsellor,"
          + " at any time.",
      "如果心里有事，随时可以找班主任或学校的心理老师聊一聊。"),
  HELP_LINES(
      "Free help by phone in China, day and night: 12356 (mental health), 12355 (young people). In"
          + " danger: 110 or 120.",
      "免费求助电话：12356（心理援助），12355（青少年）。有危险请拨打 110 或 120。");

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
