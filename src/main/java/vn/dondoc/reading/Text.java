package vn.dondoc.reading;

/**
 * Văn bản đang đọc: the words with their senses, dates and grammar.
 *
 * @param words words of the cleaned text
 * @param senses phrases of the lexicon in them
 * @param timeline deadlines in them
 * @param grammar what reads a clause of them
 */
record Text(Words words, Lexicon.Senses senses, Timeline timeline, ClauseGrammar grammar) {}
