metadata description = 'What an operator is told of. docs/operations.md says what to do about each.'

param location string
param tags object
param workspaceId string
param topicId string

@description('Addresses that are told; with none, alerts are seen in the portal only.')
param emails string[]

// A log alert can't look back further than two days: that reports stay away is told by the app itself, daily.
// Windows are wider than the time between two looks, since logs come late; an alert that goes on is told once.
var logAlerts = [
  {
    name: 'poison-queue'
    title: 'A report failed five times'
    query: 'StorageQueueLogs | where OperationName == "PutMessage" and Uri has "/webjobs-blobtrigger-poison/messages"'
    severity: 1
    frequency: 'PT15M'
    window: 'PT1H'
  }
  {
    name: 'rejected-file'
    title: 'A file was rejected'
    query: 'AppTraces | where Message has "is rejected as"'
    severity: 2
    frequency: 'PT15M'
    window: 'PT1H'
  }
  {
    name: 'failed-invocation'
    title: 'A function failed'
    query: 'AppRequests | where Success == false and ResultCode !startswith "4"'
    severity: 1
    frequency: 'PT15M'
    window: 'PT1H'
  }
  {
    name: 'no-report'
    title: 'No report for two weeks'
    query: 'AppTraces | where Message has "No report has been published since"'
    severity: 2
    frequency: 'PT6H'
    window: 'P2D'
  }
]

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
        allOf: [{ query: alert.query, timeAggregation: 'Count', operator: 'GreaterThan', threshold: 0 }]
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
    description: 'The app was not told of a dropped report'
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
