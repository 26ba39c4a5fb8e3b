package vn.dondoc.project.photo;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.WebUtils;
import vn.dondoc.kernel.ProvinceDay;
import vn.dondoc.kernel.Refusal;
import vn.dondoc.project.Project;
import vn.dondoc.project.Projects;
import vn.dondoc.project.entry.FormView;
import vn.dondoc.project.entry.Paths;
import vn.dondoc.project.entry.Typed;
import vn.dondoc.web.Days;
import vn.dondoc.web.Page;
import vn.dondoc.web.Pages;
import vn.dondoc.web.Rights;
import vn.dondoc.web.UploadRoom;
import vn.dondoc.web.UploadedName;

/** Ảnh công trình: sent, shown, put away. */
@Controller
class PhotoPage {
  private static final String ALBUM = Paths.LIST + "/anh-cong-trinh/{id}";

  private final Photos photos;
  private final Projects projects;
  private final ProvinceDay day;
  private final Pages pages;

  PhotoPage(Photos photos, Projects projects, ProvinceDay day, Pages pages) {
    this.photos = photos;
    this.projects = projects;
    this.day = day;
    this.pages = pages;
  }

  @Bean
  static UploadRoom projectPhotoRoom() {
    return new UploadRoom(Paths.LIST + "/anh-cong-trinh/", PhotoFile.MOST, PhotoFile.LIMIT);
  }

  @GetMapping(ALBUM)
  ModelAndView album(@PathVariable String id) {
    Rights.require(Projects.READ);
    Project project = projects.required(Paths.id(id));
    return show(project, FormView.of(Map.of("taken", Days.written(day.today()))));
  }

  @PostMapping(ALBUM)
  ModelAndView add(
      @PathVariable String id,
      @RequestParam Map<String, String> fields,
      HttpServletRequest request,
      RedirectAttributes after)
      throws IOException {
    Rights.require(Projects.EDIT);
    Project project = projects.required(Paths.id(id));
    Typed typed = new Typed(fields);
    try {
      Photos.About about =
          new Photos.About(typed.day("taken", "project.photo.taken"), typed.optional("caption"));
      typed.refuse();
      Photos.Sent sent = photos.add(project.id(), files(request), about);
      after.addFlashAttribute(Pages.NOTICE, told(sent, pages.page(Paths.SECTION)));
      return new ModelAndView("redirect:" + Paths.LIST + "/anh-cong-trinh/" + project.id());
    } catch (Refusal refusal) {
      return show(project, new FormView(fields, refusal.problems()));
    }
  }

  private static String told(Photos.Sent sent, Page page) {
    List<String> told = new ArrayList<>();
    told.add(page.t("project.photo.added", sent.fresh()));
    if (sent.back() > 0) {
      told.add(page.t("project.photo.back", sent.back()));
    }
    if (sent.there() > 0) {
      told.add(page.t("project.photo.there", sent.there()));
    }
    return String.join(" ", told);
  }

  @PostMapping(ALBUM + "/{photo}")
  ModelAndView putAway(
      @PathVariable String id,
      @PathVariable String photo,
      @RequestParam Map<String, String> fields,
      RedirectAttributes after) {
    Rights.require(Projects.EDIT);
    Project project = projects.required(Paths.id(id));
    try {
      photos.putAway(project.id(), Paths.id(photo), fields.getOrDefault("why", ""));
    } catch (Refusal refusal) {
      if (refusal.code().isMissing()) {
        throw refusal;
      }
      return show(project, new FormView(Map.of(), refusal.problems()));
    }
    after.addFlashAttribute(Pages.NOTICE, pages.page(Paths.SECTION).t("project.photo.put_away"));
    return new ModelAndView("redirect:" + Paths.LIST + "/anh-cong-trinh/" + project.id());
  }

  @GetMapping(Paths.LIST + "/anh/{photo}")
  ResponseEntity<byte[]> photo(@PathVariable String photo) {
    Rights.require(Projects.READ);
    PhotoFile file = photos.required(Paths.id(photo));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(Objects.requireNonNull(file.mediaType())))
        .cacheControl(CacheControl.maxAge(1, TimeUnit.HOURS).cachePrivate())
        .header("X-Content-Type-Options", "nosniff")
        .body(file.content());
  }

  /** The files that were chosen; a field left alone sends an empty one without a name. */
  private static List<PhotoFile> files(HttpServletRequest request) throws IOException {
    MultipartRequest parts = WebUtils.getNativeRequest(request, MultipartRequest.class);
    List<PhotoFile> files = new ArrayList<>();
    if (parts != null) {
      for (MultipartFile part : parts.getFiles("photos")) {
        String name = UploadedName.of(part, "");
        if (!name.isEmpty() || !part.isEmpty()) {
          files.add(new PhotoFile(name, part.getBytes()));
        }
      }
    }
    return files;
  }

  private ModelAndView show(Project project, FormView form) {
    Map<String, Object> model = new HashMap<>();
    model.put("project", project);
    model.put("photos", photos.of(project.id()));
    model.put("form", form);
    model.put("mayChange", Projects.mayChange(project));
    return pages.show("project/photo/album", Paths.SECTION, model, form.problems());
  }
}
