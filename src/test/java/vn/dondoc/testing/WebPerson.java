package vn.dondoc.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person with cookies but no browser: real HTTP, redirects not followed.
 *
 * @param base address of the server, without a slash at the end
 * @param client keeps this person's cookies
 * @param cookies those
 */
public record WebPerson(String base, HttpClient client, CookieManager cookies) {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  public static WebPerson at(Server server) {
    CookieManager cookies = new CookieManager();
    return new WebPerson(
        server.address(""), HttpClient.newBuilder().cookieHandler(cookies).build(), cookies);
  }

  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Opens a page and sends its form, token and all, with these fields. */
  public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
    Matcher token = TOKEN.matcher(get(page).body());
    if (!token.find()) {
      throw new IllegalStateException(page + " has no form");
    }
    return post(action, fields, token.group(1));
  }

  /** Sends a form with this token; empty sends none. */
  public HttpResponse<String> post(
      String action, Map<String, String> fields, String token, String... headers) {
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + action))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    token.isEmpty() ? body : body + "&_csrf=" + encoded(token)));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Sends a form with files, all of them in one field. */
  public HttpResponse<String> upload(
      String action, Map<String, String> fields, String field, Map<String, byte[]> files) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String part = "--giua\r\nContent-Disposition: form-data; name=\"";
    fields.forEach((name, value) ->
        body.writeBytes(
            (part + name + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
    files.forEach((name, bytes) -> {
      String head = part + field + "\"; filename=\"" + name + "\"\r\n\r\n";
      body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
      body.writeBytes(bytes);
      body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    });
    body.writeBytes("--giua--\r\n".getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(URI.create(base + action))
            .header("Content-Type", "multipart/form-data; boundary=giua")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  /** A file that is handed out. */
  public byte[] file(String path) {
    return send(
            HttpRequest.newBuilder(URI.create(base + path)),
            HttpResponse.BodyHandlers.ofByteArray())
        .body();
  }

  /** Signs in as this login. */
  public HttpResponse<String> signIn(String login, String password) {
    return submit("/dang-nhap", "/dang-nhap", Map.of("login", login, "password", password));
  }

  /** Replaces a password. */
  public HttpResponse<String> change(String old, String fresh) {
    return submit(
        "/doi-mat-khau", "/doi-mat-khau", Map.of("old", old, "fresh", fresh, "again", fresh));
  }

  /** Value of a cookie this person holds; empty when there is none. */
  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(java.net.HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
