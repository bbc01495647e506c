/** Reads a table's stream page by page from where it had got to. The emulator has one shard per stream. */
import { asArray, asObject, asText } from "../assembly/json.ts";
import type { JsonObject } from "../assembly/types.ts";
import type { DynamoDbApi } from "../emulators/dynamodb-api.ts";
import { describeTable } from "../emulators/tables.ts";
import type { Checkpoints } from "./checkpoints.ts";

const READ_LIMIT = 1_000;

export interface Page {
  streamArn: string;
  records: JsonObject[];
}

export function sequenceOf(record: JsonObject | undefined): string {
  return asText(asObject(record?.dynamodb).SequenceNumber) ?? "";
}

export class StreamReader {
  private readonly api: DynamoDbApi;
  private readonly checkpoints: Checkpoints;
  private readonly mappingId: string;
  private readonly table: string;
  private position: { streamArn: string; iterator: string } | undefined;
  private following = "";

  constructor(api: DynamoDbApi, checkpoints: Checkpoints, mappingId: string, table: string) {
    this.api = api;
    this.checkpoints = checkpoints;
    this.mappingId = mappingId;
    this.table = table;
  }

  /** The next records, none when the stream has been read to its end or does not exist yet. Reading again without `advance` repeats the page. */
  async read(): Promise<Page> {
    this.position ??= await this.find();
    if (this.position === undefined) return { streamArn: "", records: [] };
    const { streamArn, iterator } = this.position;
    const page = await this.api.streams("GetRecords", { ShardIterator: iterator, Limit: READ_LIMIT });
    this.following = asText(page.NextShardIterator) ?? iterator;
    return { streamArn, records: asArray(page.Records).map(asObject) };
  }

  /** Goes past the page just read. */
  advance({ streamArn, records }: Page): void {
    this.remember(streamArn, records.at(-1));
    if (this.position !== undefined) this.position = { streamArn, iterator: this.following };
  }

  /** Everything up to this record has been handled. */
  remember(streamArn: string, last: JsonObject | undefined): void {
    if (last !== undefined) this.checkpoints.set(this.mappingId, streamArn, sequenceOf(last));
  }

  /** The next read starts from the last position on disk. */
  forget(): void {
    this.position = undefined;
  }

  private async find(): Promise<{ streamArn: string; iterator: string } | undefined> {
    const streamArn = asText((await describeTable(this.api, this.table))?.LatestStreamArn);
    if (streamArn === undefined) return undefined;
    const description = asObject((await this.api.streams("DescribeStream", { StreamArn: streamArn })).StreamDescription);
    const shardId = asText(asObject(asArray(description.Shards)[0]).ShardId);
    if (shardId === undefined) return undefined;
    const sequence = this.checkpoints.get(this.mappingId, streamArn);
    const start: JsonObject =
      sequence === undefined
        ? { ShardIteratorType: "TRIM_HORIZON" }
        : { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: sequence };
    const { ShardIterator } = await this.api.streams("GetShardIterator", { StreamArn: streamArn, ShardId: shardId, ...start });
    return { streamArn, iterator: asText(ShardIterator) ?? "" };
  }
}
