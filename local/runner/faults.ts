/** Faults that the emulators never give by themselves (throttling, conflicts, lost answers), given to the next calls that match. */
import type { AwsCall } from "./iam-actions.ts";
import type { GuastoEmulatore } from "./types.ts";

export interface FaultAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export interface Faults {
  next(fault: GuastoEmulatore): void;
  clear(): void;
  pending(): number;
  /** The fault that meets this call, if any; one use is spent. */
  take(functionName: string, call: AwsCall): GuastoEmulatore["error"] | undefined;
}

/** `onChange` is told whether faults are pending, so that calls pass through the tap only then. */
export function createFaults(onChange: (arePending: boolean) => void): Faults {
  let pending: { fault: GuastoEmulatore; left: number }[] = [];
  const matches = (fault: GuastoEmulatore, functionName: string, call: AwsCall): boolean =>
    fault.service === call.service &&
    (fault.operation === undefined || fault.operation === call.operation) &&
    (fault.functionName === undefined || functionName === fault.functionName || functionName.endsWith(`-${fault.functionName}`));
  return {
    next: (fault) => {
      pending.push({ fault, left: fault.times ?? 1 });
      onChange(true);
    },
    clear: () => {
      pending = [];
      onChange(false);
    },
    pending: () => pending.length,
    take: (functionName, call) => {
      const found = pending.find(({ fault }) => matches(fault, functionName, call));
      if (found === undefined) return undefined;
      found.left -= 1;
      if (found.left <= 0) pending = pending.filter((entry) => entry !== found);
      if (pending.length === 0) onChange(false);
      return found.fault.error;
    },
  };
}

function jsonFault(status: number, namespace: string, code: string, extra: object = {}): FaultAnswer {
  return {
    status,
    headers: { "content-type": "application/x-amz-json-1.0", "x-amzn-query-error": `${code};${status < 500 ? "Sender" : "Receiver"}` },
    body: JSON.stringify({ __type: `${namespace}#${code}`, message: "Guasto iniettato", ...extra }),
  };
}

/** Answer of the service in its own words. `timeout` has none: the call takes effect and its answer is lost. */
export function faultAnswer(error: Exclude<GuastoEmulatore["error"], "timeout">, call: AwsCall): FaultAnswer {
  if (call.service === "s3") {
    const code = error === "internal" ? "InternalError" : "SlowDown";
    const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>Guasto iniettato</Message></Error>`;
    return { status: error === "internal" ? 500 : 503, headers: { "content-type": "application/xml" }, body };
  }
  if (call.service === "sqs") {
    return error === "internal"
      ? jsonFault(500, "com.amazonaws.sqs", "InternalError")
      : jsonFault(400, "com.amazonaws.sqs", "RequestThrottled");
  }
  const namespace = "com.amazonaws.dynamodb.v20120810";
  if (error === "internal") return jsonFault(500, namespace, "InternalServerError");
  if (error === "throttling") return jsonFault(400, namespace, "ProvisionedThroughputExceededException");
  if (call.operation !== "TransactWriteItems") return jsonFault(400, namespace, "TransactionConflictException");
  const CancellationReasons = call.permissions.map((_, index) =>
    index === 0 ? { Code: "TransactionConflict", Message: "Transaction is ongoing for the item" } : { Code: "None" },
  );
  return jsonFault(400, namespace, "TransactionCanceledException", { CancellationReasons });
}
