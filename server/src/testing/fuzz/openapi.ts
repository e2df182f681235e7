/** As much of OpenAPI 3.1 as our own document uses, its operations as a list, and its schemas as checkers. */
import { z } from 'zod';

export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly format?: string;
  readonly examples?: readonly unknown[];
}

type Content = Readonly<Record<string, { readonly schema?: JsonSchema }>>;

export interface Answered {
  readonly description: string;
  readonly content?: Content;
}

export interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly required?: boolean;
  readonly schema: JsonSchema;
}

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, Answered>>;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
}

export interface OpenApi {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly securitySchemes: Readonly<Record<string, { readonly type: string; readonly scheme?: string }>>;
  };
}

/** One operation with where it is. */
export interface Placed extends Operation {
  readonly method: string;
  /** With `{name}` for each parameter. */
  readonly path: string;
}

export function operationsOf(document: OpenApi): Placed[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method: method.toUpperCase() })),
  );
}

/** The schema a reference names. */
export function resolved(schema: JsonSchema, { components }: OpenApi): JsonSchema {
  const name = schema.$ref?.slice('#/components/schemas/'.length);
  return name === undefined ? schema : (components.schemas[name] ?? {});
}

/** Says what is wrong with a document, or null. Checkers are made once for each schema. */
export function createChecker(document: OpenApi): (schema: JsonSchema, value: unknown) => string | null {
  const made = new Map<JsonSchema, z.ZodType>();
  const definitions: unknown = JSON.parse(
    JSON.stringify(document.components.schemas).replaceAll('#/components/schemas/', '#/$defs/'),
  );
  return (schema, value) => {
    let checker = made.get(schema);
    if (checker === undefined) {
      const own: object = JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/'));
      checker = z.fromJSONSchema({ ...own, $defs: definitions } as Parameters<typeof z.fromJSONSchema>[0]);
      made.set(schema, checker);
    }
    const read = checker.safeParse(value);
    return read.success ? null : z.prettifyError(read.error);
  };
}
