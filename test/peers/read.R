# Reads the CSV file of wardstick by the types of its descriptor and prints what it saw as JSON.
# Rscript read.R FOLDER: the folder has table.csv and table.json.

folder <- commandArgs(trailingOnly = TRUE)[1]
descriptor <- jsonlite::read_json(file.path(folder, "table.json"))
fields <- descriptor$schema$fields
classes <- c(string = "character", integer = "numeric", number = "numeric", date = "Date", boolean = "character")
types <- vapply(fields, function(field) field$type, "")

table <- read.csv(
  file.path(folder, descriptor$path),
  colClasses = unname(classes[types]), na.strings = unlist(descriptor$schema$missingValues),
  encoding = "UTF-8", check.names = FALSE, quote = "\"", comment.char = ""
)
for (i in which(types == "boolean")) table[[i]] <- as.logical(toupper(table[[i]]))

summary_of <- function(column) {
  known <- column[!is.na(column)]
  list(
    type = class(column)[1],
    missing = sum(is.na(column)),
    sum = if (is.numeric(column)) sum(known) else NULL,
    first = if (is.numeric(column)) list() else as.list(as.character(head(known, 3))),
    distinct = length(unique(known))
  )
}
columns <- lapply(table, summary_of)
cat(jsonlite::toJSON(list(version = paste(R.version$major, R.version$minor, sep = "."), rows = nrow(table), columns = columns), auto_unbox = TRUE, digits = NA, null = "null"))
