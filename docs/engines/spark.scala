// Parses posts on Spark by a pipe: typed rows out, as Parquet that is partitioned by difficulty.
//
//     ALPHANODE=/abs/alphanode SOURCE=posts.ndjson OUT=out spark-shell -I spark.scala
//
// A parser that ends with any status but 0 fails its task.
import scala.sys.process._
import org.apache.spark.sql.functions.col

// The shell itself would go on after whatever fails, and end with 0.
try {
  val alphanode = sys.env("ALPHANODE")
  val columns = Seq(alphanode, "schema", "--of", "row", "--for", "spark").!!
  val posts = spark.sparkContext.textFile(sys.env("SOURCE"))
  val rows = posts.pipe(Seq(alphanode, "parse", "--rows", "--quiet", "--fail-on", "never", "-"))
  spark.read.schema(columns).json(spark.createDataset(rows))
    .withColumn("difficulty", col("post.meta.difficulty"))
    .write.partitionBy("difficulty").parquet(sys.env("OUT"))
  System.exit(0)
} catch {
  case error: Throwable =>
    error.printStackTrace()
    System.exit(1)
}
