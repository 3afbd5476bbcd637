/** How calls get here, ready to paste. */
export interface HowTo {
  name: string;
  what: string;
  steps: readonly { text: string; paste: string }[];
}

const NGINX = `log_format apian escape=json '{"msec":$msec,"request":"$request","status":$status,"http_host":"$http_host",'
  '"remote_addr":"$remote_addr","http_x_forwarded_for":"$http_x_forwarded_for","remote_user":"$remote_user",'
  '"http_user_agent":"$http_user_agent","http_authorization":"$http_authorization","http_cookie":"$http_cookie",'
  '"http_x_api_key":"$http_x_api_key","content_length":"$content_length","body_bytes_sent":$body_bytes_sent,'
  '"request_time":$request_time,"request_id":"$request_id"}';
access_log /var/log/nginx/apian.log apian;`;

/** @param origin where this server is reached; @param withToken whether senders must show one */
export function howTos(origin: string, withToken: boolean): readonly HowTo[] {
  const host = origin.replace(/^[a-z]+:[/]{2}/, '');
  const curl = withToken ? ' -H "Authorization: Bearer $APIAN_TOKEN"' : '';
  return [
    {
      name: 'HTTP push',
      what: 'Any program, one JSON object a line',
      steps: [{ text: 'The answer comes once the calls are on disk.', paste: `curl${curl} --data-binary @calls.ndjson ${origin}/v1/calls` }],
    },
    {
      name: 'nginx',
      what: 'Access logs, followed as they grow',
      steps: [
        { text: 'In /etc/nginx/conf.d/apian.conf:', paste: NGINX },
        { text: 'Then, on the machine that writes the log:', paste: "nginx -t && nginx -s reload\n./apian serve --data /var/lib/apian --follow '/var/log/nginx/apian.log*'" },
      ],
    },
    {
      name: 'OpenTelemetry',
      what: 'Spans and logs of a collector or an SDK, by gRPC or HTTP',
      steps: [
        {
          text: 'In the collector’s configuration:',
          paste: `exporters:\n  otlp/apian:\n    endpoint: ${host}\n    tls: {insecure: true}${withToken ? '\n    headers: {authorization: "Bearer ${env:APIAN_TOKEN}"}' : ''}\nservice:\n  pipelines:\n    traces: {receivers: [otlp], exporters: [otlp/apian]}`,
        },
      ],
    },
    {
      name: 'Envoy and Istio',
      what: 'The access log service, by gRPC',
      steps: [
        {
          text: 'In the listener’s HTTP connection manager, with a cluster named apian that is this server and speaks HTTP/2:',
          paste: `access_log:\n- name: envoy.access_loggers.http_grpc\n  typed_config:\n    '@type': type.googleapis.com/envoy.extensions.access_loggers.grpc.v3.HttpGrpcAccessLogConfig\n    common_config:\n      log_name: apian\n      transport_api_version: V3\n      grpc_service:\n        envoy_grpc: {cluster_name: apian}${withToken ? '\n        initial_metadata: [{key: authorization, value: "Bearer APIAN_TOKEN"}]' : ''}`,
        },
      ],
    },
    { name: 'Kafka', what: 'Records in the native format, in one topic', steps: [{ text: 'Start the server with:', paste: './apian serve --data /var/lib/apian --kafka kafka:9092 --kafka-topic calls' }] },
    {
      name: 'History',
      what: 'Files that are there already: access logs, ALB, API Gateway, CloudTrail, HAR; gzip and zstd too',
      steps: [{ text: 'Weeks of files in minutes, through the same pipeline:', paste: './apian analyze /var/log/nginx/access.log* --data /var/lib/apian' }],
    },
  ];
}
