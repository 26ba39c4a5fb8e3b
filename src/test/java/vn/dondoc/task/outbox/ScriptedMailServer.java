package vn.dondoc.task.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that answers as it is told, for what GreenMail never says: a recipient it does not
 * have, a pause, silence, a line cut after the letter was taken.
 *
 * @param socket where it listens
 * @param taken the letters it took
 * @param manner how it behaves
 */
record ScriptedMailServer(ServerSocket socket, List<String> taken, Manner manner)
    implements AutoCloseable {

  enum Manner {
    /** Takes letters; refuses recipients of "khong-co", puts off those of "ban". */
    CHOOSY,
    /** Takes the connection and never says a word. */
    SILENT,
    /** Takes the letter, and is gone before it says goodbye. */
    HASTY
  }

  static ScriptedMailServer start(Manner manner) {
    try {
      ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
      ScriptedMailServer server =
          new ScriptedMailServer(socket, new CopyOnWriteArrayList<>(), manner);
      Thread.ofVirtual().start(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  private void accept() {
    try {
      while (!socket.isClosed()) {
        Socket line = socket.accept();
        if (manner != Manner.SILENT) {
          Thread.ofVirtual().start(() -> speak(line));
        }
      }
    } catch (IOException e) {
      return; // Closed: nobody calls any more.
    }
  }

  private void speak(Socket line) {
    try (line;
        BufferedReader heard =
            new BufferedReader(
                new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8))) {
      say(line, "220 scripted");
      for (String words; (words = heard.readLine()) != null; ) {
        String verb = words.toUpperCase(java.util.Locale.ROOT);
        if (verb.startsWith("RCPT") && words.contains("khong-co")) {
          say(line, "550 5.1.1 khong co hop thu nay");
        } else if (verb.startsWith("RCPT") && words.contains("ban@")) {
          say(line, "451 4.7.1 dang ban, thu lai sau");
        } else if (verb.startsWith("DATA")) {
          say(line, "354 go on");
          take(heard);
          say(line, "250 taken");
          if (manner == Manner.HASTY) {
            return;
          }
        } else {
          say(line, verb.startsWith("QUIT") ? "221 bye" : "250 ok");
        }
      }
    } catch (IOException e) {
      return; // The other side hung up.
    }
  }

  private void take(BufferedReader heard) throws IOException {
    StringBuilder letter = new StringBuilder();
    for (String words; (words = heard.readLine()) != null && !words.equals("."); ) {
      letter.append(words).append('\n');
    }
    taken.add(letter.toString());
  }

  private static void say(Socket line, String words) throws IOException {
    OutputStream out = line.getOutputStream();
    out.write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
