metadata description = 'What operators are alerted to. docs/operations.md describes what to do about each.'

param location string
param tags object
param workspaceId string
param topicId string

@description('Addresses to notify; without any, alerts are visible in the portal only.')
param emails string[]

// A log alert can't look back further than two days, so the app itself logs daily that reports are overdue.
// Windows are wider than the evaluation interval, since logs arrive late; a continuing alert notifies once.
// Entries are selected by the event ids of docs/operations.md: their words may change. One that has an exception is in AppExceptions.
var logAlerts = [
  {
    name: 'given-up-file'
    title: 'A file was given up'
    events: ['1008']
    severity: 1
    frequency: 'PT15M'
    window: 'PT1H'
  }
  {
    name: 'reading-failed'
    title: 'The reader failed on a file'
    events: ['1005', '1009']
    severity: 1
    frequency: 'PT15M'
    window: 'PT1H'
  }
  {
    name: 'rejected-file'
    title: 'A file was rejected'
    events: ['1002']
    severity: 2
    frequency: 'PT15M'
    window: 'PT1H'
  }
  {
    name: 'failed-invocation'
    title: 'A function failed'
    events: ['3001', '3003']
    severity: 1
    frequency: 'PT15M'
    window: 'PT1H'
  }
  {
    name: 'source-unread'
    title: 'A source could not be looked at for a day'
    events: ['6006']
    severity: 2
    frequency: 'PT6H'
    window: 'P1D'
  }
  {
    name: 'no-report'
    title: 'No report for two weeks'
    events: ['1003']
    severity: 2
    frequency: 'PT6H'
    window: 'P2D'
  }
]

// The host logs into the same tables, with event ids of its own.
var ofTheApp = 'tostring(Properties.CategoryName) startswith "DetainerLedger."'

resource receivers 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(emails)) {
  name: 'operators'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'operators'
    emailReceivers: [
      for (email, i) in emails: {
        name: 'email-${i}'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource logs 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in logAlerts: {
    name: alert.name
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: alert.title
      severity: alert.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: alert.frequency
      windowSize: alert.window
      autoMitigate: true
      // A new workspace has none of these tables yet.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: 'union isfuzzy=true AppTraces, AppExceptions | where ${ofTheApp} and tostring(Properties.EventId) in ("${join(alert.events, '", "')}")'
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
          }
        ]
      }
      actions: { actionGroups: empty(emails) ? [] : [receivers.id] }
    }
  }
]

resource undelivered 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'undelivered-event'
  location: 'global'
  tags: tags
  properties: {
    description: 'The app received no event for a dropped report'
    severity: 1
    enabled: true
    scopes: [topicId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'dead-lettered'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.EventGrid/systemTopics'
          metricName: 'DeadLetteredCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: empty(emails) ? [] : [{ actionGroupId: receivers.id }]
  }
}
