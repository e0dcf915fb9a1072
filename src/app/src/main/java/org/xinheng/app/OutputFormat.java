package org.xinheng.app;

/** How a command prints: for people or for programs. */
enum OutputFormat {
  TEXT,
  JSON
}
