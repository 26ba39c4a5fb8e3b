package vn.dondoc.directive;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dondoc.task.overview.SourceTitles;

/** Tells the overview what the documents are called that tasks came of. */
@Component
@Transactional(readOnly = true)
class DocumentTitles implements SourceTitles {
  private final DocumentStore documents;

  DocumentTitles(DocumentStore documents) {
    this.documents = documents;
  }

  @Override
  public Map<Long, String> of(Collection<Long> sources) {
    return documents.titles(sources);
  }
}
