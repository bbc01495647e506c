/** The event of a queue, complete; apart from the rest, so that the process whose memory is measured loads nothing else. */
import type { SQSEvent } from "aws-lambda";

const ZERO = "0";

/** A message as the queue gives it to its consumer. */
export const eventoCoda = (messageId: string, messaggio: object): SQSEvent => ({
  Records: [
    {
      messageId,
      receiptHandle: "-",
      body: JSON.stringify(messaggio),
      attributes: { ApproximateReceiveCount: "1", SentTimestamp: ZERO, SenderId: "-", ApproximateFirstReceiveTimestamp: ZERO },
      messageAttributes: {},
      md5OfBody: "",
      eventSource: "aws:sqs",
      eventSourceARN: "arn:aws:sqs:eu-south-1:000000000000:bench",
      awsRegion: "eu-south-1",
    },
  ],
});
